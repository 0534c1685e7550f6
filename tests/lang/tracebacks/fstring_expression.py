# exit: 1
# The failing field of an f-string is marked.
def report(user):
    return f'{user["name"]:>10} is {user["age"] + 1} years old'


print(report({'name': 'Ann', 'age': 1}))
report({'name': 'Bob', 'age': '2'})
