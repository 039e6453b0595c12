/// What the tokenizer meets.
enum Token {
  case null
  case boolean(Bool)
  case number(String)
  case string(String)
  case key(String)
  case startObject, endObject
  case startArray, endArray
}
