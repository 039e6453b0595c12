/// A table file that is being written, row by row.
protocol TableFile: AnyObject {
  func append(header: [String]) throws(ExportProblem)
  func append(_ cells: [Cell]) throws(ExportProblem)
  /// The file is whole once this has returned.
  func finish() throws(ExportProblem)
}
