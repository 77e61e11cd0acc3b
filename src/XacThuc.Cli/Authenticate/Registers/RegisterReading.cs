using XacThuc.Cli.Progress;
using XacThuc.Matching.Indexing;
using XacThuc.Matching.Indexing.Building;
using XacThuc.Matching.Reading.Legacy;
using XacThuc.Tables;
using XacThuc.Tables.Rows;

namespace XacThuc.Cli.Authenticate.Registers;

/// <summary>Reads a register file into an index, on all cores.</summary>
internal static unsafe class RegisterReading
{
    // The order in which PersonIntake wants the cells: that of the contract.
    private static readonly int[] Order = [0, 1, 2, 3, 4, 5];

    public static PopulationIndex Read(
        TableInput table, bool ordered, ProblemList problems, RunProgress progress, CancellationToken stop)
    {
        var source = new RowSource(table);
        progress.Begin(Stage.ReadingRegister, source.Total);
        var encoding = LegacyText.Detect(table.SampleNames(5_000));
        using var builder = new PopulationBuilder();
        Workers.Run(() =>
        {
            var intake = builder.NewIntake(encoding);
            var splitter = new RowSplitter(table, Order, mandatory: 5);
            var chunk = new RowChunk();
            while (!stop.IsCancellationRequested && source.TryNext(chunk))
            {
                splitter.Split(chunk);
                TakeIn(intake, chunk, table, problems);
                progress.Advance(chunk.Length, chunk.Rows);
            }
        });
        stop.ThrowIfCancellationRequested();

        return builder.Build(ordered);
    }

    private static void TakeIn(PersonIntake intake, RowChunk chunk, TableInput table, ProblemList problems)
    {
        var broken = 0;
        fixed (byte* text = chunk.Text)
        {
            for (var row = 0; row < chunk.Rows; row++)
            {
                if (broken < chunk.Broken.Count && chunk.Broken[broken].Row == row)
                {
                    problems.Add(BrokenRowSentence.Of(table, chunk, chunk.Broken[broken++]));
                    continue;
                }

                var places = chunk.Places.AsSpan(row * Order.Length, Order.Length);
                var found = intake.Add(text, places);
                if (found != PersonProblems.None) RegisterSentences.Tell(problems, table, chunk, places, found);
            }
        }
    }
}
