# What the scripts of this folder share: a stream that keeps what is written, and one that prints it.
import sys


class Lines:
    def __init__(self):
        self.text = ''

    def write(self, text):
        self.text += text

    def flush(self):
        pass

    def take(self):
        text, self.text = self.text, ''
        return text


class Out:
    """sys.stdout under no name, with paths cut down to the file's name."""

    def write(self, text):
        for word in text.replace('"', ' ').split():
            if '/' in word and word.endswith('.py'):
                text = text.replace(word, word.rsplit('/', 1)[1])
        sys.stdout.write(text)

    def flush(self):
        sys.stdout.flush()


def attempt(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__, error)
