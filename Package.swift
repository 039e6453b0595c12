// swift-tools-version: 6.3
// One list of targets, in the order the data flows: see Documentation/architecture.md.

import PackageDescription

/// Settings every Swift target shares.
let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),  // SE-0335
  .enableUpcomingFeature("MemberImportVisibility"),  // SE-0444
  .enableUpcomingFeature("InternalImportsByDefault"),  // SE-0409
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),  // SE-0461
  .enableUpcomingFeature("InferIsolatedConformances"),  // SE-0470
  // Spans of memory that is not an array's own.
  .enableExperimentalFeature("Lifetimes"),
]

func library(_ name: String, _ path: String, _ dependencies: [Target.Dependency]) -> Target {
  .target(
    name: name, dependencies: dependencies, path: "Sources/" + path, swiftSettings: settings)
}

func tests(
  _ name: String, _ path: String, _ dependencies: [Target.Dependency], exclude: [String] = []
) -> Target {
  .testTarget(
    name: name, dependencies: dependencies, path: "Tests/" + path, exclude: exclude,
    swiftSettings: settings)
}

let package = Package(
  name: "gongjiang",
  products: [
    // Core with them: the numbers, dates and diagnostics that they speak of.
    .library(name: "FEEL", targets: ["FEEL", "Core"]),
    .library(name: "DMN", targets: ["DMN", "FEEL", "Core"]),
    .executable(name: "gongjiang", targets: ["gongjiang"]),
  ],
  targets: [
    // Loops that are compiled for AVX2 too.
    .target(name: "CLanes", path: "Sources/C/CLanes"),  // Columns
    // C libraries, one module map each; only the target named beside each may import it.
    .systemLibrary(name: "CBid", path: "Sources/C/CBid"),  // Core
    .systemLibrary(name: "CYajl", path: "Sources/C/CYajl", pkgConfig: "yajl"),  // JSONText
    .systemLibrary(name: "CYaml", path: "Sources/C/CYaml", pkgConfig: "yaml-0.1"),  // YAMLText
    .systemLibrary(name: "CCmark", path: "Sources/C/CCmark"),  // MarkdownText
    .systemLibrary(name: "CXML", path: "Sources/C/CXML", pkgConfig: "libxml-2.0"),  // XMLText
    .systemLibrary(name: "CPCRE2", path: "Sources/C/CPCRE2", pkgConfig: "libpcre2-8"),  // FEEL
    .systemLibrary(
      name: "CMicrohttpd", path: "Sources/C/CMicrohttpd", pkgConfig: "libmicrohttpd"),  // HTTP
    .systemLibrary(
      name: "CXlsxWriter", path: "Sources/C/CXlsxWriter", pkgConfig: "xlsxwriter"),  // Export
    .systemLibrary(name: "CEdit", path: "Sources/C/CEdit", pkgConfig: "libedit"),  // Terminal
    .systemLibrary(name: "CZip", path: "Sources/C/CZip", pkgConfig: "libzip"),  // Spreadsheet
    .systemLibrary(name: "CSQLite", path: "Sources/C/CSQLite", pkgConfig: "sqlite3"),  // Store
    .systemLibrary(
      name: "COpenSSL", path: "Sources/C/COpenSSL", pkgConfig: "libcrypto"),  // Cryptography
    .systemLibrary(name: "CCurl", path: "Sources/C/CCurl", pkgConfig: "libcurl"),  // Delivery
    .systemLibrary(
      name: "CSodium", path: "Sources/C/CSodium", pkgConfig: "libsodium"),  // Passwords
    .systemLibrary(name: "CPango", path: "Sources/C/CPango", pkgConfig: "pangocairo"),  // Print
    .systemLibrary(
      name: "CQREncode", path: "Sources/C/CQREncode", pkgConfig: "libqrencode"),  // Print

    library("Core", "Core", ["CBid"]),
    library("JSONText", "Formats/JSON", ["Core", "CYajl"]),
    library("YAMLText", "Formats/YAML", ["Core", "CYaml"]),
    library("MarkdownText", "Formats/Markdown", ["Core", "CCmark"]),
    library("XMLText", "Formats/XML", ["Core", "CXML"]),
    library("DelimitedText", "Formats/Delimited", []),
    library("BankFiles", "Formats/Bank", ["Core", "XMLText", "DelimitedText"]),
    library("Print", "Formats/Print", ["Core", "CPango", "CQREncode"]),
    library("FEEL", "Language/FEEL", ["Core", "CPCRE2"]),
    library("DMN", "Language/DMN", ["Core", "FEEL", "XMLText"]),
    library("Vocabulary", "Vocabulary", ["Core", "FEEL", "YAMLText"]),
    library("Facts", "Facts", ["Core", "FEEL", "Vocabulary", "JSONText"]),
    library("PolicyDocument", "Policy/Document", ["Core", "MarkdownText", "YAMLText"]),
    library(
      "PolicyFormat", "Policy/Format", ["Core", "MarkdownText", "PolicyDocument"]),
    library("LocalValues", "Policy/Local", ["Core", "YAMLText"]),
    library(
      "PolicyPlan", "Policy/Plan",
      ["Core", "FEEL", "Vocabulary", "PolicyDocument", "LocalValues"]),
    library(
      "PolicyModel", "Policy/Model",
      ["Core", "FEEL", "DMN", "XMLText", "Vocabulary", "PolicyDocument", "PolicyPlan"]),
    library(
      "Lint", "Policy/Lint",
      ["Core", "FEEL", "DMN", "Vocabulary", "PolicyDocument", "PolicyPlan"]),
    library("Determination", "Engines/Determination", ["Core", "FEEL", "JSONText"]),
    library("Notice", "Engines/Notice", ["Core", "FEEL", "Print", "Determination"]),
    library("Comparison", "Engines/Comparison", ["Core", "FEEL", "JSONText", "Determination"]),
    library(
      "Explain", "Engines/Explain",
      [
        "Core", "FEEL", "JSONText", "Vocabulary", "Facts", "PolicyDocument", "PolicyPlan",
        "Determination",
      ]),
    library(
      "Columns", "Engines/Columns",
      [
        "Core", "FEEL", "Vocabulary", "Facts", "PolicyDocument", "PolicyPlan", "Determination",
        "CLanes",
      ]),
    library(
      "Population", "Engines/Population",
      ["Core", "Facts", "PolicyPlan", "Determination", "Explain", "Columns"]),
    library(
      "Questionnaire", "Engines/Questionnaire",
      [
        "Core", "FEEL", "Vocabulary", "Facts", "PolicyDocument", "PolicyPlan", "Determination",
        "Explain",
      ]),
    library(
      "Workbench", "Workbench",
      [
        "Core", "FEEL", "Vocabulary", "Facts", "PolicyDocument", "LocalValues", "PolicyPlan",
        "Lint",
        "Determination", "Explain",
      ]),
    library("Cryptography", "Store/Cryptography", ["Core", "COpenSSL"]),
    library("Passwords", "Store/Passwords", ["Core", "CSodium"]),
    library("Store", "Store/Database", ["Core", "Cryptography", "CSQLite"]),
    library(
      "Registry", "Records/Registry",
      ["Core", "FEEL", "Vocabulary", "Facts", "LocalValues", "Cryptography", "Store"]),
    library("Spreadsheet", "Records/Spreadsheet", ["Core", "XMLText", "CZip"]),
    library(
      "Import", "Records/Import",
      ["Core", "DelimitedText", "Vocabulary", "Facts", "Registry", "Spreadsheet"]),
    library(
      "Export", "Records/Export",
      [
        "Core", "DelimitedText", "FEEL", "JSONText", "Vocabulary", "Facts", "Cryptography",
        "Determination", "Registry", "Determinations", "Spreadsheet", "CXlsxWriter",
      ]),
    library(
      "Determinations", "Records/Determinations",
      [
        "Core", "JSONText", "Vocabulary", "Facts", "PolicyDocument", "LocalValues", "PolicyPlan",
        "Determination", "Explain", "Cryptography", "Store", "Registry",
      ]),
    library(
      "Replay", "Records/Replay",
      [
        "Core", "JSONText", "Vocabulary", "PolicyDocument", "PolicyPlan", "Determination",
        "Comparison", "Explain", "Workbench", "Registry", "Determinations",
      ]),
    library(
      "Notices", "Records/Notices",
      [
        "Core", "FEEL", "Vocabulary", "Facts", "PolicyDocument", "PolicyPlan", "Determination",
        "Explain",
        "Notice", "Cryptography", "Store", "Registry", "Determinations",
      ]),
    library(
      "City", "Records/City",
      [
        "Core", "FEEL", "Vocabulary", "Facts", "PolicyPlan", "Determination", "Explain",
        "Columns", "Cryptography", "Registry", "Determinations",
      ]),
    library(
      "Synthesis", "Records/Synthesis",
      ["Core", "FEEL", "Vocabulary", "Facts", "Registry", "Export"]),
    library(
      "Statistics", "Records/Statistics",
      ["Core", "FEEL", "Vocabulary", "Facts", "Registry", "Determinations"]),
    library(
      "Cases", "Records/Cases", ["Core", "Determination", "Explain", "Import", "Export"]),
    library(
      "Originals", "Records/Originals",
      ["Core", "DelimitedText", "JSONText", "PolicyDocument", "Cryptography"]),
    library("Office", "Service/Office", ["Core", "JSONText", "Cryptography", "Store"]),
    library("Procedures", "Service/Procedures", ["Core", "YAMLText", "Cryptography", "Office"]),
    library(
      "Casework", "Service/Casework",
      ["Core", "JSONText", "Cryptography", "Store", "Office", "Procedures"]),
    library("Ledger", "Service/Ledger", ["Core", "JSONText", "Store", "Office"]),
    library(
      "Messages", "Service/Messages",
      ["Core", "JSONText", "YAMLText", "Cryptography", "Store", "Office"]),
    library(
      "Delivery", "Service/Delivery", ["Core", "JSONText", "Office", "Messages", "CCurl"]),
    library("People", "Service/People", ["Core", "Cryptography", "Passwords", "Store", "Office"]),
    library(
      "Payout", "Service/Payout",
      ["Core", "JSONText", "BankFiles", "Cryptography", "Store", "Office"]),
    library(
      "Bureau", "Service/Bureau",
      [
        "Core", "FEEL", "JSONText", "YAMLText", "Vocabulary", "Facts", "PolicyPlan",
        "Determination", "Explain", "Store", "Registry", "Determinations", "BankFiles", "Office",
        "People", "Ledger",
        "Procedures", "Casework", "Payout", "Messages",
      ]),
    library(
      "Demonstration", "Service/Demonstration",
      [
        "Core", "FEEL", "Vocabulary", "Facts", "Cryptography", "Store", "Registry", "Synthesis",
        "PolicyPlan", "Determination", "Determinations", "BankFiles", "Office", "People", "Ledger",
        "Procedures", "Casework", "Payout", "Bureau",
      ]),
    library("HTTP", "Service/HTTP", ["Core", "CMicrohttpd"]),
    library(
      "Pages", "Service/Pages",
      [
        "Core", "MarkdownText", "Vocabulary", "PolicyDocument", "PolicyPlan", "Lint",
        "Determination", "Comparison",
      ]),
    library(
      "Routes", "Service/Routes",
      [
        "Core", "FEEL", "Vocabulary", "Facts", "PolicyDocument", "PolicyPlan", "Lint",
        "Determination", "Comparison",
        "Explain", "Questionnaire", "Cryptography", "Registry", "Determinations", "Print",
        "Notice", "Notices", "Replay", "Statistics", "HTTP", "Pages", "Store", "Office", "People",
        "Ledger",
        "Procedures", "Casework",
        "Payout", "Messages", "BankFiles", "JSONText", "Bureau", "Demonstration",
      ]),
    library("Terminal", "Terminal", ["CEdit"]),
    .executableTarget(
      name: "gongjiang",
      dependencies: [
        "Core", "Terminal", "FEEL", "DMN", "PolicyModel", "JSONText", "Facts", "LocalValues",
        "PolicyFormat",
        "PolicyPlan",
        "Determination", "Comparison",
        "Explain", "Questionnaire", "Print", "Notice", "Notices", "Columns", "Lint", "Workbench",
        "HTTP", "Pages",
        "Routes", "Vocabulary",
        "Cryptography",
        "Store",
        "Registry",
        "Import", "Export", "Synthesis", "Statistics", "Determinations", "Replay", "City", "Cases",
        "Originals", "PolicyDocument", "Passwords", "Office", "People", "Ledger", "Messages",
        "Delivery", "Casework", "Bureau", "Demonstration",
      ], path: "Sources/Tool", swiftSettings: settings),

    .target(
      name: "TestSupport", dependencies: ["Core", "Vocabulary"], path: "Tests/Support",
      swiftSettings: settings),
    .target(
      name: "FactsSupport", dependencies: ["Core", "FEEL", "Vocabulary", "Facts", "TestSupport"],
      path: "Tests/FactsSupport", swiftSettings: settings),
    .target(
      name: "OfficeSupport",
      dependencies: ["Core", "Cryptography", "Store", "Office", "TestSupport"],
      path: "Tests/OfficeSupport", swiftSettings: settings),
    .executableTarget(
      name: "payout-drive",
      dependencies: ["Core", "BankFiles", "Cryptography", "Store", "Office", "Payout"],
      path: "Tests/PayoutDrive", swiftSettings: settings),
    .executableTarget(
      name: "policy-fuzz", dependencies: ["Core", "PolicyDocument", "PolicyPlan", "Workbench"],
      path: "Tests/Fuzz",
      swiftSettings: settings),
    .executableTarget(
      name: "interview-drive",
      dependencies: [
        "Core", "FEEL", "Vocabulary", "Facts", "Determination", "Explain", "Questionnaire",
        "Cryptography", "Registry", "Synthesis", "Workbench", "TestSupport",
      ], path: "Tests/InterviewDrive", swiftSettings: settings),
    .executableTarget(
      name: "needs-drive",
      dependencies: [
        "Core", "FEEL", "JSONText", "Vocabulary", "Facts", "PolicyDocument", "PolicyPlan",
        "Determination", "Explain",
        "TestSupport", "FactsSupport",
      ], path: "Tests/NeedsDrive", swiftSettings: settings),
    // Called by libFuzzer and linked with it by scripts/fuzz-language; built by every build.
    .target(
      name: "LanguageFuzz", dependencies: ["Core", "FEEL", "DMN"], path: "Tests/LanguageFuzz",
      exclude: ["feel.dict", "seeds"], swiftSettings: settings),
    .executableTarget(
      name: "language-threads", dependencies: ["Core", "FEEL", "DMN"],
      path: "Tests/LanguageThreads", swiftSettings: settings),
    .executableTarget(
      name: "benchmarks",
      dependencies: [
        "Core", "FEEL", "DMN", "Determination", "Explain", "Facts", "Lint", "Workbench",
        "TestSupport",
      ],
      path: "Benchmarks",
      exclude: [
        "City", "Office", "Replay", "peers", "curve.py", "decisions.py", "determine.py",
        "interview.py", "office.py",
        "records.py", "service.py", "synthesis.py", "town.py",
      ],
      swiftSettings: settings),
    .executableTarget(
      name: "city-benchmark",
      dependencies: [
        "Core", "FEEL", "Vocabulary", "Facts", "PolicyDocument", "PolicyPlan", "Columns",
        "Workbench", "TestSupport",
      ],
      path: "Benchmarks/City", swiftSettings: settings),
    .executableTarget(
      name: "benchmark-replay",
      dependencies: [
        "Core", "PolicyPlan", "Cryptography", "Store", "Registry", "Synthesis", "Explain",
        "Determinations", "Replay", "Notice", "Notices", "Print", "Workbench",
      ],
      path: "Benchmarks/Replay", swiftSettings: settings),
    .executableTarget(
      name: "benchmark-office",
      dependencies: [
        "Core", "Store", "Facts", "Passwords", "Cryptography", "Office", "People", "Procedures",
        "Casework", "Bureau", "Demonstration", "Registry", "Determinations", "PolicyPlan",
        "Workbench",
      ],
      path: "Benchmarks/Office", swiftSettings: settings),

    tests("CoreTests", "Core", ["Core"]),
    tests("FEELTests", "FEEL", ["Core", "FEEL"]),
    tests("DMNTests", "DMN", ["Core", "FEEL", "DMN"]),
    tests("MarkdownTextTests", "Formats/Markdown", ["Core", "MarkdownText"]),
    tests(
      "PolicyDocumentTests", "PolicyDocument", ["Core", "PolicyDocument", "TestSupport"],
      exclude: ["good", "bad"]),
    tests(
      "PolicyFormatTests", "PolicyFormat",
      ["Core", "PolicyDocument", "PolicyFormat", "TestSupport"]),
    tests("HTTPTests", "HTTP", ["Core", "HTTP", "TestSupport"]),
    tests("XMLTextTests", "Formats/XML", ["Core", "XMLText"]),
    tests(
      "BankFilesTests", "Formats/Bank", ["Core", "BankFiles", "TestSupport"],
      exclude: ["good", "bad"]),
    tests("DelimitedTextTests", "Formats/Delimited", ["DelimitedText"]),
    tests("PrintTests", "Formats/Print", ["Core", "Print"]),
    tests("JSONTextTests", "Formats/JSON", ["Core", "JSONText"]),
    tests("YAMLTextTests", "Formats/YAML", ["Core", "YAMLText"]),
    tests("FactsTests", "Facts", ["Core", "FEEL", "Vocabulary", "JSONText", "Facts"]),
    tests("VocabularyTests", "Vocabulary", ["Core", "FEEL", "Vocabulary"]),
    tests("LocalValuesTests", "LocalValues", ["Core", "LocalValues", "TestSupport"]),
    tests(
      "PolicyPlanTests", "PolicyPlan",
      [
        "Core", "FEEL", "Vocabulary", "PolicyDocument", "LocalValues", "PolicyPlan", "TestSupport",
      ],
      exclude: ["bad"]),
    tests(
      "PolicyModelTests", "PolicyModel",
      [
        "Core", "FEEL", "DMN", "Vocabulary", "Facts", "PolicyDocument", "PolicyPlan", "PolicyModel",
        "Determination", "Explain", "Workbench", "TestSupport",
      ], exclude: ["validate.py"]),
    tests(
      "LintTests", "Lint",
      [
        "Core", "FEEL", "DMN", "Vocabulary", "PolicyDocument", "PolicyPlan", "Lint", "TestSupport",
      ],
      exclude: ["good", "bad"]),
    tests("DeterminationTests", "Determination", ["Core", "FEEL", "JSONText", "Determination"]),
    tests("NoticeTests", "Notice", ["Core", "FEEL", "Print", "Determination", "Notice"]),
    tests(
      "QuestionnaireTests", "Questionnaire",
      [
        "Core", "Vocabulary", "Facts", "PolicyDocument", "PolicyPlan", "Determination", "Explain",
        "Questionnaire", "TestSupport",
      ]),
    tests(
      "ComparisonTests", "Comparison",
      ["Core", "FEEL", "JSONText", "Determination", "Comparison"]),
    tests(
      "ExplainTests", "Explain",
      [
        "Core", "FEEL", "JSONText", "Vocabulary", "Facts", "PolicyDocument", "LocalValues",
        "PolicyPlan", "Determination", "Explain", "TestSupport", "FactsSupport",
      ], exclude: ["Documents", "Golden", "bad"]),
    tests(
      "AgreementTests", "Agreement",
      [
        "Core", "FEEL", "JSONText", "Vocabulary", "Facts", "PolicyDocument", "LocalValues",
        "PolicyPlan", "Determination", "Explain", "Columns", "Population", "Workbench",
        "TestSupport", "FactsSupport",
      ]),
    tests(
      "PagesTests", "Pages",
      [
        "Core", "FEEL", "Vocabulary", "PolicyDocument", "PolicyPlan", "Determination", "Pages",
        "Workbench", "TestSupport",
      ]),
    tests(
      "DemonstrationTests", "Demonstration",
      [
        "Core", "Cryptography", "Passwords", "Store", "Vocabulary", "Facts", "Registry",
        "Synthesis", "Determinations", "Office", "People", "Procedures", "Bureau",
        "Demonstration", "TestSupport", "OfficeSupport",
      ]),
    tests(
      "RoutesTests", "Routes",
      [
        "Core", "Vocabulary", "LocalValues", "Facts", "PolicyDocument", "PolicyPlan",
        "Determination", "Explain", "Questionnaire",
        "Cryptography", "Registry", "Determinations", "HTTP", "Pages", "Routes", "TestSupport",
        "Passwords", "Store", "Workbench", "BankFiles", "Office", "People", "Casework", "Payout",
        "Ledger", "Messages", "Bureau", "Demonstration", "OfficeSupport",
      ]),
    tests(
      "MyTests", "My",
      [
        "Core", "Cryptography", "Passwords", "Store", "Vocabulary", "Facts", "PolicyDocument",
        "PolicyPlan", "Registry", "Determinations", "Office", "People", "Procedures", "Casework",
        "Ledger", "Payout", "Messages", "BankFiles", "Bureau", "HTTP", "Pages", "Routes",
        "TestSupport", "OfficeSupport",
      ]),
    tests("CryptographyTests", "Store/Cryptography", ["Core", "Cryptography", "TestSupport"]),
    tests("PasswordsTests", "Store/Passwords", ["Core", "Passwords"]),
    tests("StoreTests", "Store/Database", ["Core", "Store", "TestSupport"]),
    tests(
      "RegistryTests", "Records/Registry",
      [
        "Core", "FEEL", "Vocabulary", "Facts", "JSONText", "Cryptography", "Store", "Registry",
        "TestSupport",
      ]),
    tests(
      "DeterminationsTests", "Records/Determinations",
      [
        "Core", "FEEL", "Vocabulary", "Facts", "PolicyDocument", "PolicyPlan", "Determination",
        "Explain", "Columns", "Cryptography", "Store", "Registry", "Determinations", "City",
        "TestSupport",
      ], exclude: ["Documents"]),
    tests(
      "NoticesTests", "Records/Notices",
      [
        "Core", "FEEL", "Vocabulary", "Facts", "PolicyDocument", "PolicyPlan", "Determination",
        "Explain", "JSONText", "Notice", "Cryptography", "Store", "Registry", "Determinations",
        "Notices", "TestSupport", "FactsSupport",
      ]),
    tests(
      "ReplayTests", "Records/Replay",
      [
        "Core", "FEEL", "JSONText", "Vocabulary", "Facts", "LocalValues", "PolicyPlan",
        "Determination", "Comparison", "Cryptography", "Store", "Registry", "Determinations",
        "Replay", "Workbench", "Synthesis", "TestSupport",
      ]),
    tests("SpreadsheetTests", "Records/Spreadsheet", ["Spreadsheet"]),
    tests(
      "ImportTests", "Records/Import",
      ["Core", "Vocabulary", "Facts", "Cryptography", "Registry", "Import", "TestSupport"]),
    tests(
      "ExportTests", "Records/Export",
      [
        "Core", "Vocabulary", "Facts", "Cryptography", "Registry", "Import", "Export",
        "TestSupport",
      ]),
    tests(
      "OriginalsTests", "Records/Originals",
      ["Core", "PolicyDocument", "Originals", "TestSupport"]),
    tests(
      "SynthesisTests", "Records/Synthesis",
      [
        "Core", "FEEL", "Vocabulary", "Facts", "Cryptography", "Registry", "Synthesis",
        "TestSupport",
      ]),
    tests(
      "StatisticsTests", "Records/Statistics",
      [
        "Core", "Vocabulary", "Facts", "Cryptography", "Registry", "Determinations", "Statistics",
        "TestSupport",
      ]),
    tests(
      "OfficeTests", "Office",
      ["Core", "Cryptography", "Store", "Office", "TestSupport", "OfficeSupport"]),
    tests(
      "ProceduresTests", "Procedures",
      ["Core", "Office", "Procedures", "TestSupport", "OfficeSupport"]),
    tests(
      "CaseworkTests", "Casework",
      ["Core", "Store", "Office", "Procedures", "Casework", "TestSupport", "OfficeSupport"]),
    tests(
      "LedgerTests", "Ledger",
      ["Core", "Store", "Office", "Ledger", "TestSupport", "OfficeSupport"]),
    tests(
      "MessagesTests", "Messages",
      [
        "Core", "Cryptography", "Store", "Office", "Messages", "Delivery", "JSONText",
        "TestSupport", "OfficeSupport",
      ], exclude: ["servers"]),
    tests(
      "PeopleTests", "People",
      [
        "Core", "Cryptography", "Passwords", "Store", "Office", "People", "TestSupport",
        "OfficeSupport",
      ]),
    tests(
      "PayoutTests", "Payout",
      [
        "Core", "BankFiles", "Cryptography", "Store", "Office", "Payout", "TestSupport",
        "OfficeSupport",
      ]),
    tests(
      "BureauTests", "Bureau",
      [
        "Core", "Cryptography", "Passwords", "Store", "FEEL", "Vocabulary", "Facts", "PolicyPlan",
        "Comparison", "Registry", "Determinations", "Replay", "Workbench", "BankFiles", "Office",
        "People",
        "Ledger", "Procedures", "Casework", "Payout", "Messages", "Bureau", "TestSupport",
        "OfficeSupport",
      ]),
    tests(
      "WorkbenchTests", "Workbench",
      [
        "Core", "Determination", "Explain", "PolicyDocument", "PolicyPlan", "Workbench",
        "TestSupport",
      ],
      exclude: ["Documents"]),
    tests("ToolTests", "Tool", ["Core", "Workbench", "Import", "gongjiang"]),
  ]
)
