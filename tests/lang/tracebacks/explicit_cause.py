# exit: 1
# raise from shows the cause first.
class ConfigError(Exception):
    pass


def load(name):
    try:
        return {'a': 1}[name]
    except KeyError as e:
        raise ConfigError(f'no setting {name!r}') from e


def main():
    load('missing')


main()
