import Core
import Print

extension NoticeLayout {
  /// How whoever holds the paper can have it confirmed, and what it is worth.
  var check: [PrintedBlock] {
    let verification = notice.verification
    let issued = PrintedText(
      self("出具日期：\(notice.issued)", "Issued on \(notice.issued)"))
    let code = PrintedText(self("核验码：", "Code: ") + verification.code, .strong)
    let title = heading("核验和说明", "Verification and remarks")
    let remark = PrintedBlock.text(
      PrintedText(
        self(
          "本告知书由系统按公布的政策文件和登记库里的事实逐条作出，供了解和核对，不代替主管部门的审核决定。",
          "This notice follows the published documents article by article and the facts on record. It "
            + "informs; the responsible bureau decides."), .small))
    guard let address = verification.address else {
      return [
        title, .text(issued), .text(code),
        .text(
          PrintedText(
            self(
              "在本系统网站的“核验告知书”页面输入核验码，可以核对本告知书的真伪和现状。",
              "Enter the code on the page “Verify a notice” of the site to see whether this notice is "
                + "genuine and still holds."), .small)), remark,
      ]
    }
    return [
      title,
      .code(
        address,
        beside: [
          issued, code,
          PrintedText(
            self(
              "扫描二维码，或打开下面的网址，可以核对本告知书的真伪和现状：",
              "Scan the code, or open this address, to see whether this notice is genuine and still "
                + "holds:"), .small),
          PrintedText(address, .small),
        ]), remark,
    ]
  }
}
