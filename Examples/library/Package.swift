// swift-tools-version: 6.3
// Another program that uses the libraries FEEL and DMN; `make libraries` builds and runs it.

import PackageDescription

let package = Package(
  name: "library",
  dependencies: [.package(name: "gongjiang", path: "../..")],
  targets: [
    .executableTarget(
      name: "formula", dependencies: [.product(name: "FEEL", package: "gongjiang")],
      path: "Sources/formula"),
    .executableTarget(
      name: "decision", dependencies: [.product(name: "DMN", package: "gongjiang")],
      path: "Sources/decision"),
  ]
)
