print("gongjiang")
