using XacThuc.Matching.Indexing.Building;
using XacThuc.Matching.Texts;
using XacThuc.Tables;

namespace XacThuc.Register.Population.Import.Writing;

/// <summary>
/// What stands on several rows under one personal id: the same person again counts once; different people are all kept, each
/// ambiguous, in the order of the file, so that the same file gives them the same places.
/// </summary>
internal static class RepeatedPeople
{
    private static readonly Bilingual Another = new(
        "Có người khác trùng số định danh này: hồ sơ mang số đó không thể đúng. Hãy sửa số của người bị sai.",
        "Another person has the same personal id: records with it cannot be right. Correct the wrong one of the two.");

    public static (List<ImportRow> Rows, List<TableProblem> Problems, long Repeats) Of(
        List<(ReadPerson Person, string Hamlet, long Line)> aside, string file)
    {
        var (rows, problems, repeats) = (new List<ImportRow>(), new List<TableProblem>(), 0L);
        foreach (var group in aside.GroupBy(row => row.Person.Id))
        {
            var people = group.DistinctBy(row => row.Person).ToList();
            repeats += group.Count() - people.Count;
            for (var ordinal = 0; ordinal < people.Count; ordinal++)
            {
                rows.Add(new ImportRow(people[ordinal].Person, people[ordinal].Hamlet, ordinal));
                if (people.Count > 1)
                    problems.Add(new TableProblem(file, people[ordinal].Line, "personal_id", Another.In(Speech.Language)));
            }
        }

        return (rows, problems, repeats);
    }
}
