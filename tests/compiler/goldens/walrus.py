def read(stream):
    while (chunk := stream.read(10)) and len(chunk) > 1:
        print(chunk)
    return [y := 1, y + (y := 2)]
