# exit: 1
# Missing colon.
for i in range(3)
    print(i)
