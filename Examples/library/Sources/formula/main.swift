import FEEL

let subsidy = try Formula("if level <= 2 then fee * share / 100 else 0")
for level in [2, 3] {
  print(subsidy.value(with: ["level": .number(.init(level)), "fee": 8000, "share": 60]))
}
