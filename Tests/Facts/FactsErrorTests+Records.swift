extension FactsErrorTests {
  /// What is wrong in records.
  static let records: [Case] = [
    .record(
      "\"type\": \"certificate\"",
      expected: #"""
        facts.json:4:1: 错误 FACT004: 缺少 party
          records[0]
          | {"type": "certificate"}
          | ^
          请补上 party。
        facts.json:4:1: error FACT004: party is missing
          records[0]
          | {"type": "certificate"}
          | ^
          Add party.
        """#),
    .record(
      "\"type\": \"certificate\", \"party\": \"q\"",
      expected: #"""
        facts.json:4:34: 错误 FACT013: parties 里没有编号为“q”的当事人
          records[0].party
          | {"type": "certificate", "party": "q"}
          |                                  ^^^
          在 parties 里加上它，或改正编号。
        facts.json:4:34: error FACT013: there is no party "q" among the parties
          records[0].party
          | {"type": "certificate", "party": "q"}
          |                                  ^^^
          Add it to the parties, or correct the id.
        """#),
    .record(
      "\"type\": \"certificate\", \"party\": \"e\"",
      expected: #"""
        facts.json:4:34: 错误 FACT014: “证书”记录不能属于单位
          records[0].party
          | {"type": "certificate", "party": "e"}
          |                                  ^^^
          请写劳动者的编号。
        facts.json:4:34: error FACT014: a record of type certificate cannot belong to a party of type organisation
          records[0].party
          | {"type": "certificate", "party": "e"}
          |                                  ^^^
          Write the id of a party of type worker.
        """#),
    .record(
      "\"type\": \"certificat\", \"party\": \"p\"",
      expected: #"""
        facts.json:4:10: 错误 FACT005: 没有“certificat”这种记录
          records[0].type
          | {"type": "certificat", "party": "p"}
          |          ^^^^^^^^^^^^
          是不是想写“certificate”？
        facts.json:4:10: error FACT005: there is no record of type "certificat"
          records[0].type
          | {"type": "certificat", "party": "p"}
          |          ^^^^^^^^^^^^
          Did you mean "certificate"?
        """#),
    .record(
      "\"type\": \"certificate\", \"party\": \"p\", \"levle\": 3",
      expected: #"""
        facts.json:4:39: 错误 FACT002: 此处没有名为“levle”的项
          records[0].levle
          | {"type": "certificate", "party": "p", "levle": 3}
          |                                       ^^^^^^^
          是不是想写“level”？
        facts.json:4:39: error FACT002: there is no "levle" here
          records[0].levle
          | {"type": "certificate", "party": "p", "levle": 3}
          |                                       ^^^^^^^
          Did you mean "level"?
        """#),
    .record(
      "\"type\": \"certificate\", \"party\": \"p\", \"level\": 3, \"等级\": 3",
      expected: #"""
        facts.json:4:51: 错误 FACT003: “等级”与前面的一项是同一项（中文名与英文名）
          records[0].等级
          | {"type": "certificate", "party": "p", "level": 3, "等级": 3}
          |                                                   ^^^^^^
          只留一项。
        facts.json:4:51: error FACT003: "等级" is the same as an item before it, under its other name
          records[0].等级
          | {"type": "certificate", "party": "p", "level": 3, "等级": 3}
          |                                                   ^^^^^^
          Keep one of the two.
        """#),
    .record(
      "\"type\": \"certificate\", \"party\": \"p\", \"level\": \"three\"",
      expected: #"""
        facts.json:4:48: 错误 FACT006: “three” 不是数，如 3000 或 "0.5"
          records[0].level
          | {"type": "certificate", "party": "p", "level": "three"}
          |                                                ^^^^^^^
          请写数，如 3000 或 "0.5"。
        facts.json:4:48: error FACT006: "three" is not a number such as 3000 or "0.5"
          records[0].level
          | {"type": "certificate", "party": "p", "level": "three"}
          |                                                ^^^^^^^
          Write a number such as 3000 or "0.5".
        """#),
    .record(
      "\"type\": \"certificate\", \"party\": \"p\", \"level\": 6",
      expected: #"""
        facts.json:4:48: 错误 FACT008: 6 不在 1 至 5 之间
          records[0].level
          | {"type": "certificate", "party": "p", "level": 6}
          |                                                ^
          请核对数值和单位。
        facts.json:4:48: error FACT008: 6 does not lie between 1 and 5
          records[0].level
          | {"type": "certificate", "party": "p", "level": 6}
          |                                                ^
          Check the figure and its unit.
        """#),
    .record(
      "\"type\": \"certificate\", \"party\": \"p\", \"level\": 2.5",
      expected: #"""
        facts.json:4:48: 错误 FACT009: 2.5 不是整数
          records[0].level
          | {"type": "certificate", "party": "p", "level": 2.5}
          |                                                ^^^
          请写整数。
        facts.json:4:48: error FACT009: 2.5 is not a whole number
          records[0].level
          | {"type": "certificate", "party": "p", "level": 2.5}
          |                                                ^^^
          Write a whole number.
        """#),
    .record(
      "\"type\": \"certificate\", \"party\": \"p\", \"kind\": \"skill\"",
      expected: #"""
        facts.json:4:47: 错误 FACT010: “skill” 不是此处可以写的值
          records[0].kind
          | {"type": "certificate", "party": "p", "kind": "skill"}
          |                                               ^^^^^^^
          可以写：qualification（职业资格）、skill-level（技能等级）、special-ability（专项能力）。
        facts.json:4:47: error FACT010: "skill" is not one of the values that can stand here
          records[0].kind
          | {"type": "certificate", "party": "p", "kind": "skill"}
          |                                               ^^^^^^^
          You can write: qualification, skill-level, special-ability.
        """#),
    .record(
      "\"type\": \"certificate\", \"party\": \"p\", \"kind\": [\"skill-level\"]",
      expected: #"""
        facts.json:4:47: 错误 FACT010: 列表 不是此处可以写的值
          records[0].kind
          | {"type": "certificate", "party": "p", "kind": ["skill-level"]}
          |                                               ^^^^^^^^^^^^^^^
          可以写：qualification（职业资格）、skill-level（技能等级）、special-ability（专项能力）。
        facts.json:4:47: error FACT010: a list is not one of the values that can stand here
          records[0].kind
          | {"type": "certificate", "party": "p", "kind": ["skill-level"]}
          |                                               ^^^^^^^^^^^^^^^
          You can write: qualification, skill-level, special-ability.
        """#),
    .record(
      "\"type\": \"certificate\", \"party\": \"p\", \"issuedOn\": \"2019-5-3\"",
      expected: #"""
        facts.json:4:51: 错误 FACT006: “2019-5-3” 不是日期，如 "2019-05-03"
          records[0].issuedOn
          | {"type": "certificate", "party": "p", "issuedOn": "2019-5-3"}
          |                                                   ^^^^^^^^^^
          请写日期，如 "2019-05-03"。
        facts.json:4:51: error FACT006: "2019-5-3" is not a date such as "2019-05-03"
          records[0].issuedOn
          | {"type": "certificate", "party": "p", "issuedOn": "2019-5-3"}
          |                                                   ^^^^^^^^^^
          Write a date such as "2019-05-03".
        """#),
    .record(
      "\"type\": \"certificate\", \"party\": \"p\", \"issuedOn\": \"2019-04-31\"",
      expected: #"""
        facts.json:4:51: 错误 FACT007: 没有 2019-04-31 这一天
          records[0].issuedOn
          | {"type": "certificate", "party": "p", "issuedOn": "2019-04-31"}
          |                                                   ^^^^^^^^^^^^
          请核对日历。
        facts.json:4:51: error FACT007: there is no day 2019-04-31
          records[0].issuedOn
          | {"type": "certificate", "party": "p", "issuedOn": "2019-04-31"}
          |                                                   ^^^^^^^^^^^^
          Check it against the calendar.
        """#),
    .record(
      "\"type\": \"certificate\", \"party\": \"p\", \"issuedOn\": 20190503",
      expected: #"""
        facts.json:4:51: 错误 FACT006: 20190503 不是日期，如 "2019-05-03"
          records[0].issuedOn
          | {"type": "certificate", "party": "p", "issuedOn": 20190503}
          |                                                   ^^^^^^^^
          请写日期，如 "2019-05-03"。
        facts.json:4:51: error FACT006: 20190503 is not a date such as "2019-05-03"
          records[0].issuedOn
          | {"type": "certificate", "party": "p", "issuedOn": 20190503}
          |                                                   ^^^^^^^^
          Write a date such as "2019-05-03".
        """#),
    .record(
      "\"type\": \"certificate\", \"party\": \"p\", \"issuedOn\": \"0019-05-03\"",
      expected: #"""
        facts.json:4:51: 错误 FACT008: 0019-05-03 不在 1900 至 2200 年之间
          records[0].issuedOn
          | {"type": "certificate", "party": "p", "issuedOn": "0019-05-03"}
          |                                                   ^^^^^^^^^^^^
          请核对数值和单位。
        facts.json:4:51: error FACT008: 0019-05-03 does not lie in the years 1900 to 2200
          records[0].issuedOn
          | {"type": "certificate", "party": "p", "issuedOn": "0019-05-03"}
          |                                                   ^^^^^^^^^^^^
          Check the figure and its unit.
        """#),
    .record(
      "\"type\": \"certificate\", \"party\": \"p\", \"occupation\": \"焊工\"",
      expected: #"""
        facts.json:4:53: 错误 FACT006: “焊工” 不是职业编码，如 "6-18-01-01"
          records[0].occupation
          | {"type": "certificate", "party": "p", "occupation": "焊工"}
          |                                                     ^^^^^^
          请写职业编码，如 "6-18-01-01"。
        facts.json:4:53: error FACT006: "焊工" is not an occupation code such as "6-18-01-01"
          records[0].occupation
          | {"type": "certificate", "party": "p", "occupation": "焊工"}
          |                                                     ^^^^^^
          Write an occupation code such as "6-18-01-01".
        """#),
    .record(
      "\"type\": \"insurance\", \"party\": \"p\", \"from\": \"2016-13\"",
      expected: #"""
        facts.json:4:45: 错误 FACT007: 没有 2016-13 这个月
          records[0].from
          | {"type": "insurance", "party": "p", "from": "2016-13"}
          |                                             ^^^^^^^^^
          请核对日历。
        facts.json:4:45: error FACT007: there is no month 2016-13
          records[0].from
          | {"type": "insurance", "party": "p", "from": "2016-13"}
          |                                             ^^^^^^^^^
          Check it against the calendar.
        """#),
    .record(
      "\"type\": \"insurance\", \"party\": \"p\", \"from\": \"2016-01-01\"",
      expected: #"""
        facts.json:4:45: 错误 FACT006: “2016-01-01” 不是月份，如 "2019-05"
          records[0].from
          | {"type": "insurance", "party": "p", "from": "2016-01-01"}
          |                                             ^^^^^^^^^^^^
          请写月份，如 "2019-05"。
        facts.json:4:45: error FACT006: "2016-01-01" is not a month such as "2019-05"
          records[0].from
          | {"type": "insurance", "party": "p", "from": "2016-01-01"}
          |                                             ^^^^^^^^^^^^
          Write a month such as "2019-05".
        """#),
    .record(
      "\"type\": \"insurance\", \"party\": \"p\", \"from\": \"2016-03\", \"to\": \"2016-02\"",
      expected: #"""
        facts.json:4:62: 错误 FACT016: “止”2016-02 早于“起”2016-03
          records[0].to
          | {"type": "insurance", "party": "p", "from": "2016-03", "to": "2016-02"}
          |                                                              ^^^^^^^^^
          请核对起止。
        facts.json:4:62: error FACT016: "to" 2016-02 lies before "from" 2016-03
          records[0].to
          | {"type": "insurance", "party": "p", "from": "2016-03", "to": "2016-02"}
          |                                                              ^^^^^^^^^
          Check both ends.
        """#),
    .record(
      "\"type\": \"employment\", \"party\": \"p\", \"起\": \"2016-03-02\", \"止\": \"2016-03-01\"",
      expected: #"""
        facts.json:4:62: 错误 FACT016: “止”2016-03-01 早于“起”2016-03-02
          records[0].止
          | {"type": "employment", "party": "p", "起": "2016-03-02", "止": "2016-03-01"}
          |                                                                ^^^^^^^^^^^^
          请核对起止。
        facts.json:4:62: error FACT016: "to" 2016-03-01 lies before "from" 2016-03-02
          records[0].止
          | {"type": "employment", "party": "p", "起": "2016-03-02", "止": "2016-03-01"}
          |                                                                ^^^^^^^^^^^^
          Check both ends.
        """#),
    .record(
      "\"type\": \"employment\", \"party\": \"p\", \"employer\": \"p\"",
      expected: #"""
        facts.json:4:50: 错误 FACT015: “p”是劳动者，不是单位
          records[0].employer
          | {"type": "employment", "party": "p", "employer": "p"}
          |                                                  ^^^
          请写单位的编号。
        facts.json:4:50: error FACT015: "p" is of type worker, not organisation
          records[0].employer
          | {"type": "employment", "party": "p", "employer": "p"}
          |                                                  ^^^
          Write the id of a thing of type organisation.
        """#),
    .record(
      "\"type\": \"employment\", \"party\": \"p\", \"employer\": \"\"",
      expected: #"""
        facts.json:4:50: 错误 FACT006: 这段文字是空的
          records[0].employer
          | {"type": "employment", "party": "p", "employer": ""}
          |                                                  ^^
          请写上内容，或删去这一项。
        facts.json:4:50: error FACT006: this text is empty
          records[0].employer
          | {"type": "employment", "party": "p", "employer": ""}
          |                                                  ^^
          Write the text, or leave the item out.
        """#),
    .record(
      "\"type\": \"employment\", \"party\": \"p\", \"frontLine\": \"yes\"",
      expected: #"""
        facts.json:4:51: 错误 FACT006: “yes” 不是是否值 true 或 false
          records[0].frontLine
          | {"type": "employment", "party": "p", "frontLine": "yes"}
          |                                                   ^^^^^
          请写是否值 true 或 false。
        facts.json:4:51: error FACT006: "yes" is not true or false
          records[0].frontLine
          | {"type": "employment", "party": "p", "frontLine": "yes"}
          |                                                   ^^^^^
          Write true or false.
        """#),
    .record(
      "\"type\": \"wage\", \"party\": \"p\", \"amount\": -1",
      expected: #"""
        facts.json:4:42: 错误 FACT008: -1 不在 0 至 1000000000 之间
          records[0].amount
          | {"type": "wage", "party": "p", "amount": -1}
          |                                          ^^
          请核对数值和单位。
        facts.json:4:42: error FACT008: -1 does not lie between 0 and 1000000000
          records[0].amount
          | {"type": "wage", "party": "p", "amount": -1}
          |                                          ^^
          Check the figure and its unit.
        """#),
    .record(
      "\"type\": \"wage\", \"party\": \"p\", \"amount\": 1e400",
      expected: #"""
        facts.json:4:42: 错误 FACT008: 1e400 不在 0 至 1000000000 之间
          records[0].amount
          | {"type": "wage", "party": "p", "amount": 1e400}
          |                                          ^^^^^
          请核对数值和单位。
        facts.json:4:42: error FACT008: 1e400 does not lie between 0 and 1000000000
          records[0].amount
          | {"type": "wage", "party": "p", "amount": 1e400}
          |                                          ^^^^^
          Check the figure and its unit.
        """#),
    .record(
      "\"type\": \"wage\", \"party\": \"p\", \"amount\": 1e6000",
      expected: #"""
        facts.json:4:42: 错误 FACT008: 1e6000 不在 0 至 1000000000 之间
          records[0].amount
          | {"type": "wage", "party": "p", "amount": 1e6000}
          |                                          ^^^^^^
          请核对数值和单位。
        facts.json:4:42: error FACT008: 1e6000 does not lie between 0 and 1000000000
          records[0].amount
          | {"type": "wage", "party": "p", "amount": 1e6000}
          |                                          ^^^^^^
          Check the figure and its unit.
        """#),
    .record(
      "\"type\": \"wage\", \"party\": \"p\", \"amount\": 0.0000125",
      expected: #"""
        facts.json:4:42: 错误 FACT009: 0.0000125 的小数位多于 6 位，或位数太多
          records[0].amount
          | {"type": "wage", "party": "p", "amount": 0.0000125}
          |                                          ^^^^^^^^^
          请写到小数点后 6 位为止。
        facts.json:4:42: error FACT009: 0.0000125 has more than 6 digits after the point, or too many in all
          records[0].amount
          | {"type": "wage", "party": "p", "amount": 0.0000125}
          |                                          ^^^^^^^^^
          Write at most 6 digits after the point.
        """#),
    .record(
      "\"type\": \"wage\", \"party\": \"p\", \"amount\": 1.000000000000000000000000000000000000001",
      expected: #"""
        facts.json:4:42: 错误 FACT009: 1.00000000000000000000000000000000000000… 的小数位多于 6 位，或位数太多
          records[0].amount
          | {"type": "wage", "party": "p", "amount": 1.000000000000000000000000000000000000001}
          |                                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
          请写到小数点后 6 位为止。
        facts.json:4:42: error FACT009: 1.00000000000000000000000000000000000000… has more than 6 digits after the point, or too many in all
          records[0].amount
          | {"type": "wage", "party": "p", "amount": 1.000000000000000000000000000000000000001}
          |                                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
          Write at most 6 digits after the point.
        """#),
    .record(
      "\"type\": \"indicator\", \"party\": \"e\", \"value\": 1",
      expected: #"""
        facts.json:4:46: 错误 FACT011: 没有 name，不知道这是什么值
          records[0].value
          | {"type": "indicator", "party": "e", "value": 1}
          |                                              ^
          请在同一记录里写明 name。
        facts.json:4:46: error FACT011: without name nobody knows what this value is
          records[0].value
          | {"type": "indicator", "party": "e", "value": 1}
          |                                              ^
          Say name in the same record.
        """#),
    .record(
      "\"type\": \"indicator\", \"party\": \"e\", \"name\": \"hrUnits\", \"value\": 1",
      expected: #"""
        facts.json:4:45: 错误 FACT010: “hrUnits” 不是此处可以写的值
          records[0].name
          | {"type": "indicator", "party": "e", "name": "hrUnits", "value": 1}
          |                                             ^^^^^^^^^
          是不是想写“hrUnit”？
        facts.json:4:45: error FACT010: "hrUnits" is not one of the values that can stand here
          records[0].name
          | {"type": "indicator", "party": "e", "name": "hrUnits", "value": 1}
          |                                             ^^^^^^^^^
          Did you mean "hrUnit"?
        """#),
    .record(
      "\"type\": \"indicator\", \"party\": \"e\", \"name\": \"hrUnit\", \"value\": 1",
      expected: #"""
        facts.json:4:64: 错误 FACT006: 1 不是是否值 true 或 false
          records[0].value
          | {"type": "indicator", "party": "e", "name": "hrUnit", "value": 1}
          |                                                                ^
          请写是否值 true 或 false。
        facts.json:4:64: error FACT006: 1 is not true or false
          records[0].value
          | {"type": "indicator", "party": "e", "name": "hrUnit", "value": 1}
          |                                                                ^
          Write true or false.
        """#
    ),
    .record(
      "\"type\": \"indicator\", \"party\": \"e\", \"name\": \"prizes\", \"value\": [{\"prize\": 4}, 5]",
      expected: #"""
        facts.json:4:75: 错误 FACT008: 4 不在 1 至 3 之间
          records[0].value[0].prize
          | {"type": "indicator", "party": "e", "name": "prizes", "value": [{"prize": 4}, 5]}
          |                                                                           ^
          请核对数值和单位。
        facts.json:4:79: 错误 FACT001: 这里应是对象 { … }
          records[0].value[1]
          | {"type": "indicator", "party": "e", "name": "prizes", "value": [{"prize": 4}, 5]}
          |                                                                               ^
          请写成对象 { … }。
        facts.json:4:75: error FACT008: 4 does not lie between 1 and 3
          records[0].value[0].prize
          | {"type": "indicator", "party": "e", "name": "prizes", "value": [{"prize": 4}, 5]}
          |                                                                           ^
          Check the figure and its unit.
        facts.json:4:79: error FACT001: this must be an object { … }
          records[0].value[1]
          | {"type": "indicator", "party": "e", "name": "prizes", "value": [{"prize": 4}, 5]}
          |                                                                               ^
          Write an object { … }.
        """#),
    .record(
      "\"type\": \"grade\", \"party\": \"p\", \"id\": \"a\"}, {\"type\": \"grade\", \"party\": \"p\", \"id\": \"a\"",
      expected: #"""
        facts.json:4:83: 错误 FACT012: 编号“a”用了两次
          records[1].id
          | {"type": "grade", "party": "p", "id": "a"}, {"type": "grade", "party": "p", "id": "a"}
          |                                                                                   ^^^
          给其中一个换一个编号。
        facts.json:4:83: error FACT012: the id "a" is used twice
          records[1].id
          | {"type": "grade", "party": "p", "id": "a"}, {"type": "grade", "party": "p", "id": "a"}
          |                                                                                   ^^^
          Give one of them another id.
        """#),
    .record(
      "\"type\": \"certificate\", \"party\": \"p\", \"level\": 0, \"kind\": 1, \"issuedOn\": true, \"x\": 1",
      expected: #"""
        facts.json:4:48: 错误 FACT008: 0 不在 1 至 5 之间
          records[0].level
          | {"type": "certificate", "party": "p", "level": 0, "kind": 1, "issuedOn": true, "x": 1}
          |                                                ^
          请核对数值和单位。
        facts.json:4:59: 错误 FACT010: 1 不是此处可以写的值
          records[0].kind
          | {"type": "certificate", "party": "p", "level": 0, "kind": 1, "issuedOn": true, "x": 1}
          |                                                           ^
          可以写：qualification（职业资格）、skill-level（技能等级）、special-ability（专项能力）。
        facts.json:4:74: 错误 FACT006: true 不是日期，如 "2019-05-03"
          records[0].issuedOn
          | {"type": "certificate", "party": "p", "level": 0, "kind": 1, "issuedOn": true, "x": 1}
          |                                                                          ^^^^
          请写日期，如 "2019-05-03"。
        facts.json:4:80: 错误 FACT002: 此处没有名为“x”的项
          records[0].x
          | {"type": "certificate", "party": "p", "level": 0, "kind": 1, "issuedOn": true, "x": 1}
          |                                                                                ^^^
          可以写：occupation（职业）、level（等级）、kind（类型）、issuedOn（发证日期）、issuer（发证机构）、number（证书编号）。
        facts.json:4:48: error FACT008: 0 does not lie between 1 and 5
          records[0].level
          | {"type": "certificate", "party": "p", "level": 0, "kind": 1, "issuedOn": true, "x": 1}
          |                                                ^
          Check the figure and its unit.
        facts.json:4:59: error FACT010: 1 is not one of the values that can stand here
          records[0].kind
          | {"type": "certificate", "party": "p", "level": 0, "kind": 1, "issuedOn": true, "x": 1}
          |                                                           ^
          You can write: qualification, skill-level, special-ability.
        facts.json:4:74: error FACT006: true is not a date such as "2019-05-03"
          records[0].issuedOn
          | {"type": "certificate", "party": "p", "level": 0, "kind": 1, "issuedOn": true, "x": 1}
          |                                                                          ^^^^
          Write a date such as "2019-05-03".
        facts.json:4:80: error FACT002: there is no "x" here
          records[0].x
          | {"type": "certificate", "party": "p", "level": 0, "kind": 1, "issuedOn": true, "x": 1}
          |                                                                                ^^^
          You can write: occupation, level, kind, issuedOn, issuer, number.
        """#),
    .record(
      "\"type\": \"grade\", \"party\": \"p\", \"grade\": \"5\"}, {\"type\": \"grade\", \"party\": \"p\", \"等次\": \"初级工\"",
      expected: #"""
        facts.json:4:48: 错误 FACT019: 这条记录没有编号，内容与 records[0] 完全相同
          records[1]
          | {"type": "grade", "party": "p", "grade": "5"}, {"type": "grade", "party": "p", "等次": "初级工"}
          |                                                ^
          只留正确的一条；确是两件事，就给每条一个编号。
        facts.json:4:48: error FACT019: this record has no id and says just what records[0] says
          records[1]
          | {"type": "grade", "party": "p", "grade": "5"}, {"type": "grade", "party": "p", "等次": "初级工"}
          |                                                ^
          Keep the right one; if they are two, give each an id.
        """#),
    .record(
      "\"type\": \"wage\", \"party\": \"p\", \"year\": 2019}, {\"type\": \"wage\", \"party\": \"p\", \"year\": 2019, \"amount\": 5",
      expected: #"""
        facts.json:4:47: 错误 FACT020: 这条记录与 records[0] 的单位、年度相同，其余不同
          records[1]
          | {"type": "wage", "party": "p", "year": 2019}, {"type": "wage", "party": "p", "year": 2019, "amount": 5}
          |                                               ^
          只留正确的一条；确是两件事，就给每条一个编号。
        facts.json:4:47: error FACT020: this record agrees with records[0] in employer, year and says otherwise
          records[1]
          | {"type": "wage", "party": "p", "year": 2019}, {"type": "wage", "party": "p", "year": 2019, "amount": 5}
          |                                               ^
          Keep the right one; if they are two, give each an id.
        """#),
  ]
}
