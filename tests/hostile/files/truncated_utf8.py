# A file that ends within a character
# expect: SyntaxError
x = "â‚