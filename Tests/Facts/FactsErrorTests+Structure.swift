extension FactsErrorTests {
  /// What is wrong around the records: sections, parties, catalogues.
  static let structure: [Case] = [
    Case(
      "a list", "[]",
      expected: #"""
        facts.json:1:1: 错误 FACT001: 这里应是对象 { … }
          | []
          | ^^
          请写成对象 { … }。
        facts.json:1:1: error FACT001: this must be an object { … }
          | []
          | ^^
          Write an object { … }.
        """#),
    Case(
      "no day", "{\"parties\": []}",
      expected: #"""
        facts.json:1:1: 错误 FACT004: 缺少 on
          | {"parties": []}
          | ^
          请补上 on。
        facts.json:1:1: error FACT004: on is missing
          | {"parties": []}
          | ^
          Add on.
        """#),
    Case(
      "day is null", "{\"on\": null}",
      expected: #"""
        facts.json:1:8: 错误 FACT006: null 不是日期，如 "2019-05-03"
          on
          | {"on": null}
          |        ^^^^
          请写日期，如 "2019-05-03"。
        facts.json:1:8: error FACT006: null is not a date such as "2019-05-03"
          on
          | {"on": null}
          |        ^^^^
          Write a date such as "2019-05-03".
        """#),
    Case(
      "no such day", "{\"on\": \"2019-02-29\"}",
      expected: #"""
        facts.json:1:8: 错误 FACT007: 没有 2019-02-29 这一天
          on
          | {"on": "2019-02-29"}
          |        ^^^^^^^^^^^^
          请核对日历。
        facts.json:1:8: error FACT007: there is no day 2019-02-29
          on
          | {"on": "2019-02-29"}
          |        ^^^^^^^^^^^^
          Check it against the calendar.
        """#),
    Case(
      "unknown sections", "{\"on\": \"2019-02-28\", \"recrods\": [], \"zzz\": 1}",
      expected: #"""
        facts.json:1:22: 错误 FACT002: 此处没有名为“recrods”的项
          recrods
          | {"on": "2019-02-28", "recrods": [], "zzz": 1}
          |                      ^^^^^^^^^
          是不是想写“records”？
        facts.json:1:37: 错误 FACT002: 此处没有名为“zzz”的项
          zzz
          | {"on": "2019-02-28", "recrods": [], "zzz": 1}
          |                                     ^^^^^
          可以写：on（认定日）、region（地区）、parties（当事人）、records（记录）、catalogues（目录）。
        facts.json:1:22: error FACT002: there is no "recrods" here
          recrods
          | {"on": "2019-02-28", "recrods": [], "zzz": 1}
          |                      ^^^^^^^^^
          Did you mean "records"?
        facts.json:1:37: error FACT002: there is no "zzz" here
          zzz
          | {"on": "2019-02-28", "recrods": [], "zzz": 1}
          |                                     ^^^^^
          You can write: on, region, parties, records, catalogues.
        """#),
    Case(
      "parties no list", "{\"on\": \"2019-02-28\", \"parties\": {}}",
      expected: #"""
        facts.json:1:33: 错误 FACT001: 这里应是列表 [ … ]
          parties
          | {"on": "2019-02-28", "parties": {}}
          |                                 ^^
          请写成列表 [ … ]。
        facts.json:1:33: error FACT001: this must be a list [ … ]
          parties
          | {"on": "2019-02-28", "parties": {}}
          |                                 ^^
          Write a list [ … ].
        """#),
    Case(
      "a party that is a number", "{\"on\": \"2019-02-28\", \"parties\": [7]}",
      expected: #"""
        facts.json:1:34: 错误 FACT001: 这里应是对象 { … }
          parties[0]
          | {"on": "2019-02-28", "parties": [7]}
          |                                  ^
          请写成对象 { … }。
        facts.json:1:34: error FACT001: this must be an object { … }
          parties[0]
          | {"on": "2019-02-28", "parties": [7]}
          |                                  ^
          Write an object { … }.
        """#),
    Case(
      "wrong region", "{\"on\": \"2019-02-28\", \"region\": 330300}",
      expected: #"""
        facts.json:1:32: 错误 FACT006: 330300 不是六位行政区划代码，如 "330300"
          region
          | {"on": "2019-02-28", "region": 330300}
          |                                ^^^^^^
          请写六位行政区划代码，如 "330300"。
        facts.json:1:32: error FACT006: 330300 is not a six-digit region code such as "330300"
          region
          | {"on": "2019-02-28", "region": 330300}
          |                                ^^^^^^
          Write a six-digit region code such as "330300".
        """#),
    Case(
      "a catalogue that is unknown", "{\"on\": \"2019-02-28\", \"catalogues\": {\"shortage\": []}}",
      expected: #"""
        facts.json:1:37: 错误 FACT002: 此处没有名为“shortage”的项
          catalogues.shortage
          | {"on": "2019-02-28", "catalogues": {"shortage": []}}
          |                                     ^^^^^^^^^^
          可以写：shortage-occupations（紧缺职业目录）、allowance-occupations（岗位津贴职业目录）、appraisal-standards（鉴定补贴标准）、working-days（工作日历）、wage-guidance（工资指导价）。
        facts.json:1:37: error FACT002: there is no "shortage" here
          catalogues.shortage
          | {"on": "2019-02-28", "catalogues": {"shortage": []}}
          |                                     ^^^^^^^^^^
          You can write: shortage-occupations, allowance-occupations, appraisal-standards, working-days, wage-guidance.
        """#),
    Case(
      "a row that is not complete",
      "{\"on\": \"2019-02-28\", \"catalogues\": {\"shortage-occupations\": [{\"region\": \"330300\", \"year\": null}]}}",
      expected: #"""
        facts.json:1:62: 错误 FACT004: 缺少 year, occupation
          catalogues.shortage-occupations[0]
          | {"on": "2019-02-28", "catalogues": {"shortage-occupations": [{"region": "330300", "year": null}]}}
          |                                                              ^
          请补上 year, occupation。
        facts.json:1:62: error FACT004: year, occupation are missing
          catalogues.shortage-occupations[0]
          | {"on": "2019-02-28", "catalogues": {"shortage-occupations": [{"region": "330300", "year": null}]}}
          |                                                              ^
          Add year, occupation.
        """#),
    .party(
      "\"id\": \"p\"",
      expected: #"""
        facts.json:2:1: 错误 FACT004: 缺少 type
          parties[0]
          | {"id": "p"}
          | ^
          请补上 type。
        facts.json:2:1: error FACT004: type is missing
          parties[0]
          | {"id": "p"}
          | ^
          Add type.
        """#),
    .party(
      "\"type\": \"person\"",
      expected: #"""
        facts.json:2:1: 错误 FACT004: 缺少 id
          parties[0]
          | {"type": "person"}
          | ^
          请补上 id。
        facts.json:2:1: error FACT004: id is missing
          parties[0]
          | {"type": "person"}
          | ^
          Add id.
        """#),
    .party(
      "\"type\": \"persn\", \"id\": \"p\"",
      expected: #"""
        facts.json:2:10: 错误 FACT005: 没有“persn”这种当事人
          parties[0].type
          | {"type": "persn", "id": "p"}
          |          ^^^^^^^
          是不是想写“person”？
        facts.json:2:10: error FACT005: there is no party of type "persn"
          parties[0].type
          | {"type": "persn", "id": "p"}
          |          ^^^^^^^
          Did you mean "person"?
        """#),
    .party(
      "\"type\": \"certificate\", \"id\": \"p\"",
      expected: #"""
        facts.json:2:10: 错误 FACT005: 没有“certificate”这种当事人
          parties[0].type
          | {"type": "certificate", "id": "p"}
          |          ^^^^^^^^^^^^^
          可以写：person（劳动者）、organisation（单位）、household（家庭）。
        facts.json:2:10: error FACT005: there is no party of type "certificate"
          parties[0].type
          | {"type": "certificate", "id": "p"}
          |          ^^^^^^^^^^^^^
          You can write: person, organisation, household.
        """#),
    .party(
      "\"type\": \"person\", \"id\": 7",
      expected: #"""
        facts.json:2:26: 错误 FACT006: 7 不是文字
          parties[0].id
          | {"type": "person", "id": 7}
          |                          ^
          请写文字。
        facts.json:2:26: error FACT006: 7 is not text
          parties[0].id
          | {"type": "person", "id": 7}
          |                          ^
          Write text.
        """#),
    .party(
      "\"type\": \"person\", \"id\": \"p\", \"party\": \"q\"",
      expected: #"""
        facts.json:2:31: 错误 FACT002: 此处没有名为“party”的项
          parties[0].party
          | {"type": "person", "id": "p", "party": "q"}
          |                               ^^^^^^^
          可以写：name（姓名）、idNumber（身份证号）、gender（性别）、birthDate（出生日期）、education（学历）、fullTimeEducation（全日制）、region（所在地区）、registeredRegion（户籍地区）、phone（电话）。
        facts.json:2:31: error FACT002: there is no "party" here
          parties[0].party
          | {"type": "person", "id": "p", "party": "q"}
          |                               ^^^^^^^
          You can write: name, idNumber, gender, birthDate, education, fullTimeEducation, region, registeredRegion, phone.
        """#),
    .party(
      "\"type\": \"person\", \"id\": \"p\", \"编号\": \"q\"",
      expected: #"""
        facts.json:2:31: 错误 FACT003: “编号”与前面的一项是同一项（中文名与英文名）
          parties[0].编号
          | {"type": "person", "id": "p", "编号": "q"}
          |                               ^^^^^^
          只留一项。
        facts.json:2:31: error FACT003: "编号" is the same as an item before it, under its other name
          parties[0].编号
          | {"type": "person", "id": "p", "编号": "q"}
          |                               ^^^^^^
          Keep one of the two.
        """#),
    .party(
      "\"type\": \"person\", \"id\": \"p\", \"idNumber\": \"110105194912310021\"",
      expected: #"""
        facts.json:2:43: 错误 FACT017: 身份证号的日期或校验码不对（GB 11643）
          parties[0].idNumber
          | {"type": "person", "id": "p", "idNumber": "110105194912310021"}
          |                                           ^^^^^^^^^^^^^^^^^^^^
          请对照证件重新输入，字母用大写。
        facts.json:2:43: error FACT017: date or check digit of the identity number is wrong (GB 11643)
          parties[0].idNumber
          | {"type": "person", "id": "p", "idNumber": "110105194912310021"}
          |                                           ^^^^^^^^^^^^^^^^^^^^
          Type it again from the document, letters in capitals.
        """#),
    .party(
      "\"type\": \"organisation\", \"id\": \"p\", \"uscc\": \"91350100M000100Y44\"",
      expected: #"""
        facts.json:2:45: 错误 FACT017: 统一社会信用代码的校验码不对（GB 32100）
          parties[0].uscc
          | {"type": "organisation", "id": "p", "uscc": "91350100M000100Y44"}
          |                                             ^^^^^^^^^^^^^^^^^^^^
          请对照证件重新输入，字母用大写。
        facts.json:2:45: error FACT017: the check digit of the unified social credit code is wrong (GB 32100)
          parties[0].uscc
          | {"type": "organisation", "id": "p", "uscc": "91350100M000100Y44"}
          |                                             ^^^^^^^^^^^^^^^^^^^^
          Type it again from the document, letters in capitals.
        """#),
    .party(
      "\"type\": \"person\", \"id\": \"p\"}, {\"type\": \"household\", \"id\": \"p\"",
      expected: #"""
        facts.json:2:60: 错误 FACT012: 编号“p”用了两次
          parties[1].id
          | {"type": "person", "id": "p"}, {"type": "household", "id": "p"}
          |                                                            ^^^
          给其中一个换一个编号。
        facts.json:2:60: error FACT012: the id "p" is used twice
          parties[1].id
          | {"type": "person", "id": "p"}, {"type": "household", "id": "p"}
          |                                                            ^^^
          Give one of them another id.
        """#
    ),
  ]
}
