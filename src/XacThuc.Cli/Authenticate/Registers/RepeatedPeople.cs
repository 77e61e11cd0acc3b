using XacThuc.Matching;
using XacThuc.Matching.Indexing;
using XacThuc.Matching.Texts;
using XacThuc.Tables;
using XacThuc.Tables.Rows;

namespace XacThuc.Cli.Authenticate.Registers;

/// <summary>Tells on which lines of a register people share a personal id. Reads the file again, only when some do.</summary>
internal static unsafe class RepeatedPeople
{
    private static string TwoPeople => Speech.Say(
        "Có người khác trùng số định danh này: hồ sơ mang số đó không thể đúng. Hãy sửa số của người bị sai.",
        "Another person has the same personal id: records with it cannot be right. Correct the wrong one of the two.");

    private static string Repeated => Speech.Say(
        "Có dòng lặp lại nguyên vẹn một người: mỗi người chỉ tính một lần. Không cần làm gì thêm.",
        "Some rows repeat a person word for word: each was counted once. Nothing needs to be done.");

    public static void Tell(TableInput table, PopulationIndex index, ProblemList problems, CancellationToken stop)
    {
        if (index.Facts.Repeated > 0) problems.Add(new TableProblem(table.Name, 0, "personal_id", Repeated));
        if (index.Facts.Ambiguous == 0) return;

        var source = new RowSource(table);
        var splitter = new RowSplitter(table, [RegisterColumn.PersonalId], mandatory: 1);
        var chunk = new RowChunk();
        while (!stop.IsCancellationRequested && source.TryNext(chunk))
        {
            splitter.Split(chunk);
            fixed (byte* text = chunk.Text)
            {
                for (var row = 0; row < chunk.Rows; row++)
                {
                    var place = chunk.Places[row];
                    if (!PersonalId.TryParse(place.Of(text), out var id) || !index.IsAmbiguous(id)) continue;
                    problems.Add(new TableProblem(table.Name, chunk.LineOf(place.Start), "personal_id", TwoPeople));
                }
            }
        }
    }
}
