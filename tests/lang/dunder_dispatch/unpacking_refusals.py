# Unpacking says how many values there are.
for text in ('a,b=1', 'a,b=1,2,3', 'a,b=(1,)', 'a,*b,c=(1,)', 'a,b="x"', '(a,b),c=1,2', '[a,b]={1,2,3}', 'a,=[]', 'a,*b=None', '*a,=5', 'for a,b in [1]: pass', 'for a,b in [(1,2,3)]: pass'):
    try:
        exec(text, {})
        print('fine')
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
