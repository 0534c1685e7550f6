# A small Lisp: reader, evaluator with tail calls, macros, closures, error reports and a prelude in itself.
import operator
import math


class Symbol(str):
    __slots__ = ()
    def __repr__(self): return str(self)


class LispError(Exception):
    def __str__(self): return ' '.join(map(str, self.args))


class Env(dict):
    def __init__(self, names=(), values=(), outer=None):
        self.outer = outer
        names = list(names)
        if '&' in names:
            at = names.index('&')
            if len(values) < at:
                raise LispError('expected at least', at, 'arguments, got', len(values))
            values = [*values[:at], list(values[at:])]
            names = names[:at] + names[at + 1:]
        if len(names) != len(values):
            raise LispError('expected', len(names), 'arguments, got', len(values))
        self.update(zip(names, values))

    def find(self, name):
        env = self
        while env is not None:
            if name in env:
                return env
            env = env.outer
        raise LispError('unbound', name)


class Lambda:
    def __init__(self, params, body, env, macro=False): self.params, self.body, self.env, self.macro = params, body, env, macro
    def __call__(self, *args): return evaluate(self.body, Env(self.params, args, self.env))
    def __repr__(self): return f'<{"macro" if self.macro else "lambda"} ({" ".join(self.params)})>'


def read_all(text):
    tokens, i = [], 0
    while i < len(text):
        ch = text[i]
        if ch.isspace():
            i += 1
        elif ch == ';':
            i = (text.find('\n', i) + 1) or len(text)
        elif ch == '"':
            end = i + 1
            while text[end:end + 1] != '"':
                if end >= len(text):
                    raise LispError('unterminated string')
                end += 1 + (text[end] == '\\')
            tokens.append(text[i:end + 1])
            i = end + 1
        elif ch in "()'`,":
            if text[i:i + 2] == ',@':
                ch = ',@'
            tokens.append(ch)
            i += len(ch)
        else:
            start = i
            while i < len(text) and not text[i].isspace() and text[i] not in "()'`,;\"":
                i += 1
            tokens.append(text[start:i])
    tokens.reverse()
    while tokens:
        yield read(tokens)


QUOTES = {"'": 'quote', '`': 'quasi', ',': 'unquote', ',@': 'splice'}


def read(tokens):
    if not tokens:
        raise LispError('unexpected end')
    match tokens.pop():
        case '(':
            items = []
            while tokens and tokens[-1] != ')':
                items.append(read(tokens))
            if not tokens:
                raise LispError('missing )')
            tokens.pop()
            return items
        case ')': raise LispError('unexpected )')
        case q if q in QUOTES: return [Symbol(QUOTES[q]), read(tokens)]
        case s if s.startswith('"'): return s[1:-1].replace('\\n', '\n').replace('\\"', '"')
        case 'true': return True
        case 'false': return False
        case 'nil': return None
        case atom:
            for kind in (int, float):
                try:
                    return kind(atom)
                except ValueError:
                    pass
            return Symbol(atom)


def quasi(form, env):
    match form:
        case [Symbol('unquote'), x]: return evaluate(x, env)
        case list():
            out = []
            for item in form:
                match item:
                    case [Symbol('splice'), x]: out += evaluate(x, env)
                    case _: out.append(quasi(item, env))
            return out
    return form


def evaluate(form, env):
    while True:
        match form:
            case Symbol() as name: return env.find(name)[name]
            case []: return []
            case [Symbol('quote'), x]: return x
            case [Symbol('quasi'), x]: return quasi(x, env)
            case [Symbol('if'), test, then, *other]:
                form = then if evaluate(test, env) not in (False, None) else other[0] if other else None
            case [Symbol('define'), [name, *params], *body]:
                env[name] = Lambda(params, [Symbol('do'), *body], env)
                return name
            case [Symbol('define'), Symbol() as name, value]:
                env[name] = evaluate(value, env)
                return name
            case [Symbol('set!'), name, value]:
                env.find(name)[name] = evaluate(value, env)
                return None
            case [Symbol('lambda'), params, *body]: return Lambda(params, [Symbol('do'), *body], env)
            case [Symbol('macro'), [name, *params], *body]:
                env[name] = Lambda(params, [Symbol('do'), *body], env, macro=True)
                return name
            case [Symbol('do'), *body, last]:
                for x in body:
                    evaluate(x, env)
                form = last
            case [Symbol('do')]: return None
            case [Symbol('let'), bindings, *body]:
                env = Env([b[0] for b in bindings], [evaluate(b[1], env) for b in bindings], env)
                form = [Symbol('do'), *body]
            case [Symbol('try'), body, [Symbol('catch'), name, handler]]:
                try:
                    return evaluate(body, env)
                except (LispError, ArithmeticError, TypeError, IndexError) as e:
                    env, form = Env([name], [str(e)], env), handler
            case [fn, *args]:
                fn = evaluate(fn, env)
                if isinstance(fn, Lambda):
                    if fn.macro:
                        form = fn(*args)
                    else:
                        env = Env(fn.params, [evaluate(a, env) for a in args], fn.env)
                        form = fn.body
                elif callable(fn):
                    return fn(*[evaluate(a, env) for a in args])
                else:
                    raise LispError('not a function:', show(fn))
            case _: return form


def show(x):
    match x:
        case True: return 'true'
        case False: return 'false'
        case None: return 'nil'
        case list(): return '(' + ' '.join(map(show, x)) + ')'
        case Symbol(): return str(x)
        case str(): return '"' + x.replace('"', '\\"').replace('\n', '\\n') + '"'
    return repr(x)


def throw(*args): raise LispError(*args)


def chain(fn): return lambda *a: all(fn(x, y) for x, y in zip(a, a[1:]))


out = []
BASE = Env()
BASE.update({
    '+': lambda *a: sum(a), '*': lambda *a: math.prod(a), '-': lambda a, *b: a - sum(b) if b else -a, '/': operator.truediv, '//': operator.floordiv, '%': operator.mod,
    '<': chain(operator.lt), '>': chain(operator.gt), '=': chain(operator.eq), 'not': lambda x: x in (False, None), 'list': lambda *a: list(a), 'cons': lambda a, b: [a, *b], 'first': lambda x: x[0],
    'rest': lambda x: x[1:], 'empty?': lambda x: not x, 'count': len, 'concat': lambda *a: [x for l in a for x in l], 'print': lambda *a: out.append(' '.join(x if isinstance(x, str) else show(x) for x in a)),
    'str': lambda *a: ''.join(x if isinstance(x, str) else show(x) for x in a), 'throw': throw, 'apply': lambda f, a: f(*a), 'symbol?': lambda x: isinstance(x, Symbol), 'list?': lambda x: isinstance(x, list),
})


def run(text, env=BASE):
    result = None
    for form in read_all(text):
        result = evaluate(form, env)
    return result


run("""
(define (map f xs) (if (empty? xs) '() (cons (f (first xs)) (map f (rest xs)))))
(define (filter p xs) (if (empty? xs) '() (if (p (first xs)) (cons (first xs) (filter p (rest xs))) (filter p (rest xs)))))
(define (fold f acc xs) (if (empty? xs) acc (fold f (f acc (first xs)) (rest xs))))
(define (range a b) (if (< a b) (cons a (range (+ a 1) b)) '()))
(macro (when test & body) `(if ,test (do ,@body) nil))
(macro (and & xs) (if (empty? xs) true (if (empty? (rest xs)) (first xs) `(if ,(first xs) (and ,@(rest xs)) false))))
(macro (let* bs & body) (if (empty? bs) `(do ,@body) `(let (,(first bs)) (let* ,(rest bs) ,@body))))
(macro (cond & cs) (if (empty? cs) nil `(if ,(first cs) ,(first (rest cs)) (cond ,@(rest (rest cs))))))
""")
for source in ['(+ 1 2 (* 3 4))', "'(a \"b\" 1.5 (nested nil))", '(define (fact n) (if (< n 2) 1 (* n (fact (- n 1))))) (fact 30)', '(map (lambda (x) (* x x)) (range 0 8))', '(fold + 0 (filter (lambda (x) (= (% x 3) 0)) (range 0 100)))', '(define (loop n acc) (if (= n 0) acc (loop (- n 1) (+ acc n)))) (loop 5000 0)', '(define (counter) (let ((n 0)) (lambda () (set! n (+ n 1)) n))) (define c (counter)) (c) (c) (list (c) ((counter)))', '(when (> 2 1) (print "two" 2 \'(x)) (print "done") 42)', '(and 1 true (< 1 2 3) "last")', '(and 1 false (undefined))', '(let* ((a 1) (b (+ a 1)) (c (* b 10))) (list a b c))', '(cond (< 2 1) "no" (= 1 1) "yes" true "else")', '(try (throw "custom" 5) (catch e (str "caught: " e)))', '(try (/ 1 0) (catch e e))', '(let ((x 2)) `(1 ,x ,@(list 3 4) (deep ,(+ x 3))))', '((lambda (a & rest) (list a rest)) 1 2 3)', 'map', 'when', '(apply + (list 1 2 3))', '(define (even? n) (if (= n 0) true (odd? (- n 1)))) (define (odd? n) (if (= n 0) false (even? (- n 1)))) (list (even? 1001) (odd? 1001))', '(define (compose f g) (lambda (x) (f (g x)))) ((compose (lambda (x) (+ x 1)) count) \'(a b c))', '; only a comment', '()', '(undefined 1)', '(1 2)', '((lambda (x) x))', '(map)', '(', ')', '"open', '(first \'())', '(+ 1 "a")', '(define)', '(set! nope 1)']:
    try:
        print(f'{source:.60} => {show(run(source))}')
    except (LispError, TypeError, IndexError) as e:
        print(f'{source:.60} !! {type(e).__name__}: {e}')
print(out)
