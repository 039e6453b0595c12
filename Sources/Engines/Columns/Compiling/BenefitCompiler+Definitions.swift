import FEEL
import PolicyPlan

/// Definitions that stacking rules go by, as what each entitled subject comes to under them.
extension BenefitCompiler {
  mutating func definitions(
    _ context: LoopContext, _ frame: Int
  ) throws(OffColumns) -> [Register] {
    var registers: [Register] = []
    for rule in benefit.stacked {
      let (found, form) = try register(rule.node, context, frame)
      guard let register = rules.builder.spread(found, to: frame) else {
        throw rules.off(rule.node)
      }
      registers.append(register)
      forms.append(form)
    }
    return registers
  }

  private mutating func register(
    _ node: NodeID, _ context: LoopContext, _ frame: Int
  ) throws(OffColumns) -> (Register, ColumnForm?) {
    switch try rules.cell(node, context) {
    case .unknown: return (rules.constant(.unknown, .wide, frame), nil)
    case .truth(let register, _): return (register, .truth)
    case .date(let register, _): return (register, .date)
    case .text(let register, _): return (register, .text)
    case .number(let register, let scaled, _): return (register, .number(scaled))
    case .known(.null): return (rules.constant(.none, .wide, frame), nil)
    case .known(.boolean(let truth)):
      let byte = truth ? Truth.yes : Truth.no
      return (rules.builder.emit(.constantTruth(byte), in: frame, .truth), .truth)
    case .known(.number(let number)):
      let scaled = try rules.scaled(number, node)
      return (rules.constant(scaled.low, .wide, frame), .number(scaled))
    case .known(.string(let text)):
      return (rules.constant(try rules.code(of: text, node), .narrow, frame), .text)
    default: throw rules.off(node)
    }
  }
}
