# Accounts with transactions, rollback, auditing and access control.
import functools
import operator


class BankError(Exception): pass


class InsufficientFunds(BankError):
    def __init__(self, account, needed):
        self.account, self.needed = account, needed
        super().__init__(f'{account.owner} needs {needed} more')


class Frozen(BankError): pass


class Money:
    def __init__(self, cents): self.cents = operator.index(cents)
    @classmethod
    def parse(cls, text):
        whole, _, part = text.partition('.')
        sign = -1 if whole.startswith('-') else 1
        return cls(int(whole) * 100 + sign * int(f'{part:0<2}'[:2] or 0))
    def __add__(self, o): return Money(self.cents + o.cents) if isinstance(o, Money) else NotImplemented
    def __radd__(self, o): return self if o == 0 else NotImplemented
    def __sub__(self, o): return Money(self.cents - o.cents) if isinstance(o, Money) else NotImplemented
    def __mul__(self, k): return Money(round(self.cents * k))
    def __neg__(self): return Money(-self.cents)
    def __eq__(self, o): return isinstance(o, Money) and self.cents == o.cents
    def __lt__(self, o): return self.cents < o.cents
    def __hash__(self): return hash(('Money', self.cents))
    def __bool__(self): return self.cents != 0
    def __format__(self, spec): return format(str(self), spec)
    def __str__(self):
        sign = '-' if self.cents < 0 else ''
        return f'{sign}{abs(self.cents) // 100:,}.{abs(self.cents) % 100:02}'
    __repr__ = __str__


def audited(fn):
    @functools.wraps(fn)
    def wrapper(self, *args):
        try:
            result = fn(self, *args)
        except BankError as e:
            self.bank.journal.append(f'{fn.__name__} failed: {e}')
            raise
        self.bank.journal.append(f'{fn.__name__}({self.owner}, {", ".join(map(str, args))})')
        return result
    return wrapper


class Account:
    limit = Money(0)

    def __init__(self, bank, owner):
        self.bank, self.owner = bank, owner
        self._balance = Money(0)
        self.frozen = False

    @property
    def balance(self): return self._balance

    @balance.setter
    def balance(self, value):
        if self.frozen:
            raise Frozen(f'{self.owner} is frozen')
        if value < -self.limit:
            raise InsufficientFunds(self, -value - self.limit)
        self.bank.changes.append((self, self._balance))
        self._balance = value

    @audited
    def deposit(self, amount):
        if amount < Money(1):
            raise ValueError(f'cannot deposit {amount}')
        self.balance += amount

    @audited
    def withdraw(self, amount): self.balance -= amount

    def month_end(self): return f'{self.owner}: nothing to do'


class Savings(Account):
    rate = 0.02

    def month_end(self):
        interest = self.balance * self.rate
        self.deposit(interest)
        return f'{self.owner}: interest {interest}'


class Checking(Account):
    limit = Money(50000)

    def month_end(self):
        if self.balance < Money(0):
            self.withdraw(Money(500))
            return f'{self.owner}: fee'
        return super().month_end()


class Bank:
    def __init__(self):
        self.accounts, self.journal, self.changes, self.depth = {}, [], [], 0

    def open(self, cls, owner, initial='0'):
        account = self.accounts[owner] = cls(self, owner)
        if initial != '0':
            account.deposit(Money.parse(initial))
        return account

    def __enter__(self):
        self.depth += 1
        self.marks = getattr(self, 'marks', []) + [len(self.changes)]
        return self

    def __exit__(self, kind, error, tb):
        mark = self.marks.pop()
        if kind is not None:
            while len(self.changes) > mark:
                account, old = self.changes.pop()
                account._balance = old
            self.journal.append(f'rollback because of {kind.__name__}')
        return kind is not None and issubclass(kind, InsufficientFunds)

    def transfer(self, source, target, amount):
        with self:
            self.accounts[target].deposit(amount)
            self.accounts[source].withdraw(amount)
            return True
        return False

    def total(self): return sum(a.balance for a in self.accounts.values())


bank = Bank()
bank.open(Savings, 'ann', '1200.50')
bank.open(Checking, 'bob', '20')
bank.open(Account, 'cy')
print({k: v.balance for k, v in bank.accounts.items()}, bank.total())
print(bank.transfer('ann', 'cy', Money.parse('200.25')), bank.transfer('cy', 'bob', Money.parse('500')), bank.total())
print(bank.transfer('bob', 'ann', Money.parse('419.99')), bank.accounts['bob'].balance)
bank.accounts['cy'].frozen = True
try:
    bank.transfer('ann', 'cy', Money(100))
except Frozen as e:
    print(type(e).__name__, e)
try:
    with bank:
        bank.accounts['ann'].deposit(Money(1))
        with bank:
            bank.accounts['ann'].deposit(Money(2))
        bank.accounts['nobody'].deposit(Money(3))
except KeyError as e:
    print('KeyError', e)
print({k: v.balance for k, v in bank.accounts.items()}, bank.total())
for bad in (lambda: bank.accounts['ann'].deposit(Money(0)), lambda: Money(1.5), lambda: Money(1) + 1, lambda: bank.accounts['ann'].withdraw(Money(10**9)), lambda: setattr(bank.accounts['ann'], 'balance', Money(-1))):
    try:
        bad()
    except (ValueError, TypeError, BankError) as e:
        print(type(e).__name__, e)
print([a.month_end() for a in bank.accounts.values()])
print(*bank.journal, sep='\n')
print(f'{Money(123456789):>15}|{Money(-5)}|{Money.parse("-3.7")}|{sorted([Money(3), Money(-1)])}')
