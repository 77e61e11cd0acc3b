using XacThuc.Cli.Authenticate;
using XacThuc.Cli.Files;
using XacThuc.Cli.Rows;
using XacThuc.Matching.Weighing;
var w = System.Diagnostics.Stopwatch.StartNew();
if (!TableInput.Open(args[0], TableKind.Register).TryGet(out var reg, out var why)) { Console.Error.WriteLine(why); return 2; }
var problems = new ProblemList();
var index = RegisterReading.Read(reg, new RowSource(reg), problems, default);
Console.Error.WriteLine($"register {w.ElapsedMilliseconds} {index.Facts}");
if (!TableInput.Open(args[1], TableKind.Records).TryGet(out var rec, out why)) { Console.Error.WriteLine(why); return 2; }
if (!AtomicOutput.TryOpen(args[2], out var o, out why)) { Console.Error.WriteLine(why); return 2; }
var run = new AuthenticateRun(rec, index, new DateOnly(2026,11,24), problems, default);
var sample = args.Length > 3 ? new RecordSample() : null;
run.Authenticate(new RowSource(rec), o, sample);
o.TryCommit(out _);
Console.Error.WriteLine($"records {w.ElapsedMilliseconds} problems {problems.Total} sample {sample?.Count}");
if (sample is not null) {
  if (!AtomicOutput.TryOpen(args[3], out var s, out why)) { Console.Error.WriteLine(why); return 2; }
  var engine = run.NewEngine();
  Console.Error.WriteLine($"roads {w.ElapsedMilliseconds}");
  engine.Fit(sample);
  Console.Error.WriteLine($"fitted {w.ElapsedMilliseconds}");
  File.WriteAllText("/tmp/model.json", engine.Model.ToJson());
  if (args.Length > 4) {
    using var sg = engine.NewSuggester();
    var want = args[4..].ToHashSet(StringComparer.Ordinal);
    foreach (var l in File.ReadLines(args[1])) { var f = l.Split(','); if (!want.Contains(f[0])) continue;
      Console.WriteLine(l);
      foreach (var e in sg.Explain(new XacThuc.Matching.WrittenRecord(f[1], f[2], f[3], f[4], f[5]), 4))
        Console.WriteLine($"   {e.Suggestion.Probability:F6} {e.Person.PersonalId} {e.Person.FullName} {e.Person.Sex} {e.Person.DateOfBirth} {e.Person.CommuneCode} | {e.Prior:F1} " + string.Join(" ", e.Fields.Select(x => $"{x.Field}:{x.Level} {x.Bits:F1}")));
    }
    return 0;
  }
  run.Suggest(new RowSource(rec), s, engine, 5);
  s.TryCommit(out _);
  Console.Error.WriteLine($"suggested {w.ElapsedMilliseconds}");
}
foreach (var p in problems.All.Take(5)) Console.Error.WriteLine(p);
return 0;
