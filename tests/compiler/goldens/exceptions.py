def careful(f):
    for attempt in range(3):
        try:
            return f(attempt)
        except ValueError as error:
            if attempt == 2:
                raise Problem(attempt) from error
        except (KeyError, TypeError):
            continue
        else:
            break
        finally:
            f.close()
