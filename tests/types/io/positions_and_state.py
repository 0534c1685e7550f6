# BytesIO and StringIO: writing within, closing, views, line ends, pickles.
import io


def t(f):
    try:
        value = repr(f())
        print(value.split(" at 0x")[0])
    except BaseException as e:
        print(type(e).__module__, type(e).__name__, e)


B = io.BytesIO
S = io.StringIO
b=B(b'hello'); b.seek(2); b.write(b'XY'); print(b.getvalue(), b.tell()); b.seek(8); b.write(b'z'); print(b.getvalue()); b.seek(20); print(b.read(), b.readline(), b.tell())
b=B(b'hello'); x=bytearray(3); print(b.readinto(x),x,b.readinto(x),x,b.readinto(x), b.readinto1(x)); t(lambda:b.readinto(b'x')); t(lambda: b.readinto('x'))
b=B(b'hello'); v=b.getbuffer(); v[0]=74; print(b.getvalue()); t(lambda:b.write(b'x'*10)); t(lambda: b.truncate(1)); t(lambda:b.close()); v.release(); b.write(b'x'*9); b.close(); print(b.closed)
for m in ('read','readline','readlines','getvalue','getbuffer','tell','flush','isatty','readable','writable','seekable','truncate','__enter__','__iter__','__next__','read1','__getstate__'): t(lambda: getattr(b,m)())
for m,a in (('write',b''),('seek',0),('readinto',x),('writelines',[])): t(lambda: getattr(b,m)(a))
s=S('hello'); s.seek(2); s.write('éY'); print(s.getvalue(), s.tell()); s.seek(8); s.write('z'); print(repr(s.getvalue())); s.seek(20); print(repr(s.read()), repr(s.readline()))
s.close()
for m in ('read','readline','readlines','getvalue','tell','flush','isatty','readable','writable','seekable','truncate','__enter__','__iter__','__next__','__getstate__','close'): t(lambda: getattr(s,m)())
for m,a in (('write',''),('seek',0),('writelines',[])): t(lambda: getattr(s,m)(a))
t(lambda: s.closed); t(lambda: s.newlines); t(lambda: s.line_buffering)
with B() as b: b.write(b'q')
print(b.closed)
with S() as s: s.write('q'); print('x', 5, file=s); print(repr(s.getvalue()))
class Sub(B):
    def __init__(self,*a): super().__init__(*a); self.x=1
    def write(self,b): return super().write(b'!')
s=Sub(b'abc'); s.writelines([b'1',b'2']); print(s.getvalue(), s.x, s.__dict__)
import pickle, copy
b=B(b'abc'); b.read(1); c=pickle.loads(pickle.dumps(b)); print(c.getvalue(), c.tell()); c=copy.copy(b); print(c.tell())
s=S('abc\n'); s.read(1); c=pickle.loads(pickle.dumps(s)); print(c.getvalue(), c.tell())
b=B(); b.__setstate__((b'xyz',1,{'q':2})); print(b.read(), b.q)
for st in (5,(1,2),(b'',-1,None),(b'','x',None),(b'',0,5)): t(lambda: B().__setstate__(st))
for st in (5,(1,2),('','\n',-1,None),('','\n','x',None),('','\n',0,5),('ab','\n',1,{'r':5}),(b'','\n',0,None)): t(lambda: S().__setstate__(st))
w=S(newline='\r\n'); print(w.write('a\nb'), repr(w.getvalue())); w=S(newline=None); print(w.write('a\r\nb\r'), repr(w.getvalue()), w.newlines); w=S(newline=''); w.write('a\r\n'); print(repr(w.getvalue()), w.newlines)
w=S(); w.write('abc'); w.seek(0); w.write('x'); print(w.getvalue(), w.read())
import sys
b=B(); b.close(); b.close(); t(lambda: b.detach()); t(lambda: b.fileno())
it=S('a\nb\n'); print(next(it), next(it), next(it,'end'), it.__next__ is not None)
e=B(b'a'*10); e.seek(3); e.truncate(); print(e.getvalue(), e.tell()); e.truncate(2); print(e.tell()); e.write(b'Q'); print(e.getvalue())
class I:
    def __index__(self): return 2
print(B(b'abcdef').read(I()), S('abcdef').read(I()), B(b'abcdef').seek(I()))
