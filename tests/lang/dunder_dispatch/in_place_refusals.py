# In-place operators name themselves when neither side can do it.
class X:
    pass
for op in ('+=', '-=', '*=', '/=', '//=', '%=', '**=', '<<=', '>>=', '&=', '|=', '^=', '@='):
    try:
        exec(f'a {op} 1', {'a': X()})
    except TypeError as error:
        print(error)
for text in ('a=[]\na+=1', 'a=1\na+="x"', 'a="x"\na+=1', 'a=()\na+=[]', 'a=[]\na*=1.5', 'a={}\na|=1', 'a=set()\na|=[]', 'a=b""\na+=""', 'a=bytearray()\na+=""'):
    try:
        exec(text, {})
    except TypeError as error:
        print(error)
