using XacThuc.Cli.Authenticate;
using XacThuc.Cli.Files;
using XacThuc.Cli.Rows;
using XacThuc.Matching.Reading;
var w = System.Diagnostics.Stopwatch.StartNew();
TableInput.Open(args[0], TableKind.Register).TryGet(out var reg, out _);
var problems = new ProblemList();
var index = RegisterReading.Read(reg!, new RowSource(reg!), problems, default);
Console.Error.WriteLine($"register {w.ElapsedMilliseconds} {index.Facts}");
TableInput.Open(args[1], TableKind.Records).TryGet(out var rec, out _);
if (!AtomicOutput.TryOpen(args[2], out var o, out var why)) { Console.Error.WriteLine(why); return 2; }
var source = new RowSource(rec!);
var output = new OrderedOutput(o!);
output.WriteHeading(ResultLines.Heading);
Workers.Run(() => {
  using var pass = new RecordsPass(rec!, index, new DateOnly(2026,11,24), NameEncoding.Unicode);
  var text = new TextBuffer(); var lines = new ResultLines();
  while (source.TryNext(pass.Chunk)) { pass.Compare(); pass.Write(text, lines, problems); output.Write(pass.Chunk.Index, text.Written); }
});
Console.Error.WriteLine($"records {w.ElapsedMilliseconds} problems {problems.Total}");
o!.TryCommit(out _);
foreach (var p in problems.All.Take(5)) Console.Error.WriteLine(p);
return 0;
