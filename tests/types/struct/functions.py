# Functions and methods: buffers, offsets, iteration, errors.
import struct

S = struct


def t(f):
    try:
        print(repr(f()))
    except BaseException as e:
        print(type(e).__module__, type(e).__name__, e)


class I:
    def __index__(self): return 7
class Bad:
    def __index__(self): raise KeyError('k')
class F:
    def __float__(self): return 2.5
class BB:
    def __bool__(self): raise KeyError('b')
for f in [lambda:S.pack('bhq',I(),I(),I()),lambda:S.pack('b',Bad()),lambda:S.pack('d',F()),lambda:S.pack('f',Bad()),lambda:S.pack('?',BB()),lambda:S.pack('bb',1),lambda:S.pack('b',1,2),lambda:S.pack(),lambda:S.pack(5),lambda:S.pack(b'b',1),lambda:S.pack('\u1234'),lambda:S.unpack('b',b''),lambda:S.unpack('bb',b'a'),lambda:S.unpack('b','a'),lambda:S.unpack('bb',bytearray(b'ab')),lambda:S.unpack('bb',memoryview(b'abcd')[::2]),lambda:S.unpack('bb',memoryview(b'abcd')[1:3]),
 lambda:S.unpack('<ihbq',bytes(range(15))),lambda:S.unpack('>ihbq',bytes(range(200,215))),lambda:S.unpack('@bhiq',bytes(range(200,216))),lambda:S.unpack('<efd?c3s4px',bytes(range(60,60+2+4+8+1+1+3+4+1))),lambda:S.unpack('3sx2c',b'abcdef'),lambda:S.unpack('5p',b'\xffabcd'),lambda:S.unpack('0p',b''),lambda:S.unpack('?',b'\x02'),lambda:S.unpack('N',b'\xff'*8),lambda:S.unpack('P',b'\xff'*8),lambda:S.unpack('n',b'\xff'*8),lambda:S.unpack('>Q',b'\xff'*8),
 lambda:S.unpack_from('bb',b'abcd',2),lambda:S.unpack_from('bb',b'abcd',-2),lambda:S.unpack_from('bb',b'abcd',3),lambda:S.unpack_from('bb',b'abcd',-1),lambda:S.unpack_from('bb',b'abcd',-5),lambda:S.unpack_from('bb',b'abcd',5),lambda:S.unpack_from('bb',buffer=b'abcd',offset=1),lambda:S.unpack_from('bb',b'abcd','x'),lambda:S.unpack_from('bb'),lambda:S.unpack_from('bb',b'a',2**70),
 lambda:list(S.iter_unpack('bb',b'abcd')),lambda:list(S.iter_unpack('bb',b'abc')),lambda:S.iter_unpack('',b''),lambda:list(S.iter_unpack('b','x')),lambda:S.iter_unpack('b',b'abc').__length_hint__(),lambda:type(S.iter_unpack('b',b'')),lambda: list(S.iter_unpack('b',b'')),
 lambda:S.pack_into('bb',bytearray(4),1,1,2),lambda:S.pack_into('bb',bytearray(4),3,1,2),lambda:S.pack_into('bb',bytearray(4),-1,1,2),lambda:S.pack_into('bb',bytearray(4),-5,1,2),lambda:S.pack_into('bb',b'abcd',0,1,2),lambda:S.pack_into('bb',bytearray(4)),lambda:S.pack_into('bb'),lambda:S.pack_into('bb',bytearray(4),0,1),lambda:S.pack_into('bb',bytearray(4),5,1,2),lambda:S.pack_into('bb','x',0,1,2),lambda:S.pack_into('bb',bytearray(4),'x',1,2),lambda:S.pack_into('b',bytearray(4),0,1000),
 lambda:S.Struct('bh').size,lambda:S.Struct('bh').format,lambda:S.Struct(b'bh').format,lambda:S.Struct('>bh'),lambda:S.Struct(),lambda:S.Struct(5),lambda:S.Struct('b',2),lambda:S.Struct(format='b').pack(3),lambda:S.Struct('b').unpack(b'x'),lambda:S.Struct('b').unpack_from(b'xyz',offset=1),lambda:list(S.Struct('b').iter_unpack(b'xy')),lambda:dir(S.Struct('b')),lambda:sorted(S.__all__),lambda:S.error,lambda:S.error.__mro__,lambda:S.Struct,lambda:S.pack,lambda:S.Struct.__new__(S.Struct).pack(1),lambda:S.Struct.__new__(S.Struct).size,lambda:S.Struct.__new__(S.Struct).format,lambda:S.Struct('b').__sizeof__() > 0,lambda:hash(S.Struct('b')) is not None,lambda:S._clearcache()]:
    t(f)
b=bytearray(b'.'*8); S.pack_into('<H',b,3,0x4142); print(b)
b=bytearray(b'.'*8); S.pack_into('bxxi'[:3],b,3,1); print(b)
m=memoryview(b)
S.pack_into('b',m,0,65); print(b)
t(lambda:S.pack_into('b',memoryview(b)[::2],0,65))
it=S.iter_unpack('h',b'abcd'); print(next(it),it.__length_hint__(),next(it),it.__length_hint__()); t(lambda: next(it))
class Sub(S.Struct):
    def __init__(self, f): super().__init__(f); self.q=1
s=Sub('b'); print(s.size,s.q)
s=S.Struct('b'); s.__init__('q'); print(s.size)
import pickle
t(lambda: pickle.dumps(S.Struct('b')))
t(lambda: S.pack('10s3s',b'a',b'bcde')); t(lambda: S.pack('2b3x2h',1,2,3,4)); t(lambda: S.pack('bxxxxxq',1,2)); t(lambda:S.pack('0i')); t(lambda:S.pack('b0i',1)); t(lambda: S.pack('3?',0,1,2))

