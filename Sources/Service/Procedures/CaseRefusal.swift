package import Core
import Office

/// Why an act on a case is not allowed.
package enum CaseRefusal: Error, Sendable, Equatable {
  /// The procedure has no such transition.
  case unknownTransition(String)
  /// What was to be done, and where the case stands.
  case notFromHere(Bilingual, Bilingual?)
  case notYourRole
  case notYourRegion
  /// The signer is the party, or speaks for it.
  case ownMatter
  /// The signer took part in another stage.
  case otherStage(Bilingual)
  case signedAlready
  case notYourDepartment
  case departmentSignedAlready
  case missing(Requirement)
}

extension CaseRefusal: WordedProblem {
  /// Stable.
  package var code: String {
    switch self {
    case .unknownTransition: "CAS001"
    case .notFromHere: "CAS002"
    case .notYourRole: "CAS003"
    case .notYourRegion: "CAS004"
    case .ownMatter: "CAS005"
    case .otherStage: "CAS006"
    case .signedAlready: "CAS007"
    case .notYourDepartment: "CAS008"
    case .departmentSignedAlready: "CAS009"
    case .missing: "CAS010"
    }
  }

  /// What is wrong.
  package var message: Bilingual {
    switch self {
    case .unknownTransition(let id):
      Bilingual(zh: "办事流程里没有“\(id)”这一步", en: "the procedure has no step “\(id)”")
    case .notFromHere(let step, let state):
      Bilingual(
        zh: "这件事现在是“\(state?.zh ?? "")”，不能“\(step.zh)”",
        en: "the case is “\(state?.en ?? "")” now; “\(step.en)” is not possible there")
    case .notYourRole:
      Bilingual(zh: "这一步不由您的角色办理", en: "this step is not for your role")
    case .notYourRegion:
      Bilingual(zh: "这件事不在您负责的范围内", en: "this case is outside your area of responsibility")
    case .ownMatter:
      Bilingual(
        zh: "这是您本人或您所代表单位的事，您不能经办",
        en: "this is your own matter, or that of an organisation you speak for")
    case .otherStage(let stage):
      Bilingual(
        zh: "您已经办过这件事的“\(stage.zh)”，不能再办另一个环节",
        en:
          "you have taken part in the \(stage.en) of this case and may not take part in another stage"
      )
    case .signedAlready: Bilingual(zh: "您已经签过了", en: "you have signed already")
    case .notYourDepartment:
      Bilingual(zh: "这一步由会审部门办理", en: "this step is for the departments of the joint check")
    case .departmentSignedAlready:
      Bilingual(zh: "您的部门已经签过了", en: "your department has signed already")
    case .missing(.reason): Bilingual(zh: "没有写理由", en: "no reason is given")
    case .missing(.evidence): Bilingual(zh: "没有上传材料", en: "no evidence is attached")
    case .missing(.account): Bilingual(zh: "没有收款账户", en: "there is no account to pay to")
    case .missing(.selfScores):
      Bilingual(zh: "自评分还没有填完", en: "the self score is not complete")
    case .missing(.reviewScores):
      Bilingual(zh: "审核分还没有填完", en: "the review score is not complete")
    }
  }

  /// What to do about it.
  package var advice: Bilingual {
    switch self {
    case .unknownTransition, .notFromHere:
      Bilingual(
        zh: "请刷新页面，看它现在办到哪一步。", en: "Open the page anew to see where the case stands.")
    case .notYourRole, .notYourRegion:
      Bilingual(zh: "请转给负责的同事。", en: "Hand it to the colleague who is responsible.")
    case .ownMatter, .otherStage:
      Bilingual(zh: "请由另一位同事办理。", en: "Another colleague has to do it.")
    case .signedAlready, .departmentSignedAlready:
      Bilingual(zh: "还需要其他人签。", en: "Somebody else has to sign.")
    case .notYourDepartment:
      Bilingual(zh: "请等各部门答复。", en: "Wait for the departments to answer.")
    case .missing(.reason):
      Bilingual(zh: "请用一两句话写明理由。", en: "Say why in a sentence or two.")
    case .missing(.evidence):
      Bilingual(zh: "请先上传至少一份材料。", en: "Attach at least one document first.")
    case .missing(.account):
      Bilingual(zh: "请先填写收款账户。", en: "Give the account first.")
    case .missing(.selfScores), .missing(.reviewScores):
      Bilingual(zh: "请给每一项打分。", en: "Give points for every item.")
    }
  }
}
