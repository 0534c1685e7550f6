# exit: 1
# Carets line up under text with wide and combining characters.
größe = {'höhe': 5}
print(größe['höhe'])
x = '日本語' + größe['höhe'] + größe['breite']
