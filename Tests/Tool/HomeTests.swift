import Core
import Foundation
import Testing
import Workbench

@testable import gongjiang

/// Where the tool finds the policies and the vocabulary.
@Suite struct HomeTests {
  private let folder: Folder
  private var root: String { folder.path }

  /// A home, and a place below it and one beside it to stand in.
  init() throws {
    folder = try Folder()
    for name in ["home/Policies", "home/Vocabulary", "home/.build/release", "elsewhere"] {
      try FileManager.default.createDirectory(
        atPath: "\(root)/\(name)", withIntermediateDirectories: true)
    }
  }

  private func find(
    _ words: [String] = [], variables: [String: String] = [:], in directory: String,
    executable: String? = nil
  ) throws -> Home {
    let command = Command("x", .init("x"), options: [.home], examples: []) { _, _ in .success }
    return try Home.find(
      Arguments(words, of: command),
      Environment(
        variables: variables, workingDirectory: root + directory,
        executable: executable.map { root + $0 }, readInput: { [] }))
  }

  @Test func upwardsFromTheWorkingDirectory() throws {
    #expect(try find(in: "/home").path == root + "/home")
    #expect(try find(in: "/home/.build/release").path == root + "/home")
  }

  @Test func upwardsFromTheExecutable() throws {
    let executable = "/home/.build/release/gongjiang"
    #expect(try find(in: "/elsewhere", executable: executable).path == root + "/home")
  }

  @Test func byOptionBeforeVariableBeforeSearch() throws {
    let variables = ["GONGJIANG_HOME": root + "/home"]
    #expect(try find(variables: variables, in: "/elsewhere").path == root + "/home")
    #expect(
      try find(
        ["--home", root + "/home"], variables: ["GONGJIANG_HOME": "/nowhere"], in: "/elsewhere"
      ).path == root + "/home")
  }

  @Test func failures() throws {
    let searched = #expect(throws: Problem.self) { try find(in: "/elsewhere") }
    #expect(
      searched?.message.zh
        == "找不到政策和词汇：从 \(root)/elsewhere 往上没有同时含 Policies 和 Vocabulary 的目录")
    #expect(
      searched?.message.en
        == "no policies and vocabulary were found: no folder from \(root)/elsewhere upwards holds "
        + "both Policies and Vocabulary")
    #expect(searched?.advice.zh == "请用 --home 目录 或环境变量 GONGJIANG_HOME 指明。")
    #expect(
      searched?.advice.en == "Name the folder with --home DIR or the variable GONGJIANG_HOME.")
    let named = #expect(throws: Problem.self) { try find(["--home", "/x"], in: "/home") }
    #expect(named?.message.zh == "--home 指的 /x 里没有 Policies 和 Vocabulary")
    #expect(
      named?.message.en == "/x, which --home names, does not hold Policies and Vocabulary")
    #expect(named?.advice.zh == "请改为含有这两个目录的位置。")
    #expect(named?.advice.en == "Name the folder that holds these two folders.")
  }
}
