# Names with an underscore are proposed to nobody but the object's own methods.
import traceback


class Account:
    _balance = 1

    def show(self):
        return self.balanse

    def other(self, account):
        return account.balanse


def attempt(function, *args):
    try:
        function(*args)
    except AttributeError as error:
        print(traceback.format_exception(error)[-1], end='')


attempt(lambda: Account().balance)
attempt(lambda: Account()._balanse)
attempt(Account().show)
attempt(Account().other, Account())
