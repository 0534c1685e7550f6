# exit: 1
# A custom BaseException is printed as well.
class Abort(BaseException):
    pass


def f():
    try:
        raise Abort('now')
    except Exception:
        print('never')
    finally:
        print('finally')


f()
