import Core
import Testing
import TestSupport
import Vocabulary

/// A vocabulary with a field of every kind that lies in columns, beside the project's catalogues.
enum YardVocabulary {
  static func read() throws -> Vocabulary {
    let files = try ["value-types", "catalogues"].map {
      try ProjectFiles.source("Vocabulary/\($0).yaml")
    }
    let reading = Vocabulary.read(files + [SourceText(name: "yard.yaml", text: text)])
    try #require(reading.problems.isEmpty, "\(reading.problems)")
    return try #require(reading.vocabulary)
  }

  private static let text = """
    parties:
      worker:
        zh: 工人
        en: worker
        sensitivity: public
        fields:
          region: { zh: 地区, en: region, type: region }
          born: { zh: 生日, en: birthday, type: date }
      firm:
        zh: 厂家
        en: firm
        sensitivity: public
        fields:
          region: { zh: 地区, en: region, type: region }
          founded: { zh: 立日, en: founded, type: date }
          staff: { zh: 人数, en: staff, type: number, range: [0, 1000], digits: 0 }
          large: { zh: 规上, en: large, type: boolean }
          trade: { zh: 行业, en: trade, type: string }
    records:
      item:
        zh: 件
        en: item
        of: worker
        source: complete
        sensitivity: public
        fields:
          day: { zh: 日, en: day, type: date }
          otherDay: { zh: 另日, en: other day, type: date }
          number: { zh: 数, en: number, type: number, range: [0, 10], digits: 0 }
          otherNumber: { zh: 另数, en: other number, type: number, range: [-100, 100], digits: 2 }
          price: { zh: 价, en: price, type: money }
          text: { zh: 文, en: text, type: string }
          otherText: { zh: 另文, en: other text, type: string }
          class:
            zh: 类
            en: class
            type: enumeration
            values:
              a: { zh: 甲, en: a }
              b: { zh: 乙, en: b }
          area: { zh: 地, en: area, type: region }
          occupation: { zh: 工种, en: occupation, type: occupation }
          year: { zh: 年, en: year, type: year }
          grade: { zh: 级, en: grade, type: skill-level }
          truth: { zh: 真, en: truth, type: boolean }
          otherTruth: { zh: 另真, en: other truth, type: boolean }
          firm: { zh: 厂, en: firm, type: reference, to: [firm] }
          mate: { zh: 友, en: mate, type: reference, to: [worker] }
          otherFirm: { zh: 另厂, en: other firm, type: reference, to: [firm] }
          plate: { zh: 铭牌, en: plate, type: reference, to: [machine, part] }
      part:
        zh: 零件
        en: part
        of: worker
        source: complete
        sensitivity: public
        fields:
          day: { zh: 日, en: day, type: date }
          number: { zh: 数, en: number, type: number, range: [0, 10], digits: 0 }
          price: { zh: 价, en: price, type: money }
          text: { zh: 文, en: text, type: string }
          truth: { zh: 真, en: truth, type: boolean }
          firm: { zh: 厂, en: firm, type: reference, to: [firm] }
      stint:
        zh: 工期
        en: stint
        of: worker
        source: open
        sensitivity: public
        spell: [from, to]
        fields:
          from: { zh: 起, en: from, type: date }
          to: { zh: 止, en: to, type: date, absent: open-ended }
          truth: { zh: 真, en: truth, type: boolean }
      dues:
        zh: 会费
        en: dues
        of: worker
        source: open
        open-per: scheme
        sensitivity: public
        spell: [from, to]
        fields:
          scheme:
            zh: 会别
            en: scheme
            type: enumeration
            values:
              union: { zh: 工会, en: union }
              guild: { zh: 行会, en: guild }
          from: { zh: 起, en: from, type: month }
          to: { zh: 止, en: to, type: month, absent: open-ended }
      gauge:
        zh: 仪表
        en: gauge
        of: worker
        source: open
        event: year
        key: [year, name]
        sensitivity: public
        fields:
          year: { zh: 年度, en: year, type: year }
          name: { zh: 名称, en: name, type: enumeration }
          value:
            zh: 值
            en: value
            type: varying
            by: name
            cases:
              running: { zh: 通, en: running, type: boolean }
              reading: { zh: 读数, en: reading, type: number, range: [0, 10], digits: 1 }
              checked: { zh: 检日, en: checked, type: date }
              marks:
                zh: 记号
                en: marks
                type: children
                fields:
                  who: { zh: 谁, en: who, type: reference, to: [worker] }
                  weight: { zh: 重, en: weight, type: number, range: [0, 10], digits: 0 }
      machine:
        zh: 机器
        en: machine
        of: firm
        source: complete
        sensitivity: public
        fields:
          number: { zh: 数, en: number, type: number, range: [0, 10], digits: 0 }
          day: { zh: 日, en: day, type: date }
    """
}
