using XacThuc.Cli.Files;
using XacThuc.Cli.Rows;
using XacThuc.Matching.Indexing;
using XacThuc.Matching.Indexing.Building;

namespace XacThuc.Cli.Authenticate.Registers;

/// <summary>Says what is wrong with a row of the register, a sentence for each cell.</summary>
internal static class RegisterSentences
{
    private static readonly (PersonProblems Problem, int Column, string Sentence)[] Sentences =
    [
        (PersonProblems.PersonalId, RegisterColumn.PersonalId,
            "Not a personal id of 12 digits: the row was left out. Write the number as text and run again."),
        (PersonProblems.OldId, RegisterColumn.OldId,
            "Not an old card number of 9 digits: it was left out. Correct it or leave the cell empty."),
        (PersonProblems.Name, RegisterColumn.FullName,
            "The name is empty or unreadable: no record of this person can be right until it is written."),
        (PersonProblems.Sex, RegisterColumn.Sex,
            "The sex is empty or neither male nor female: no record of this person can be right until it is written."),
        (PersonProblems.DateOfBirth, RegisterColumn.DateOfBirth,
            "The date of birth is empty or no date: no record of this person can be right until it is written."),
        (PersonProblems.Commune, RegisterColumn.CommuneCode,
            "Not a commune code of up to five digits: it was left out."),
    ];

    public static void Tell(
        ProblemList problems, TableInput table, RowChunk chunk, ReadOnlySpan<FieldPlace> places, PersonProblems found)
    {
        foreach (var (problem, column, sentence) in Sentences)
        {
            if (!found.HasFlag(problem)) continue;
            if (problems.HasRoom)
                problems.Add(new TableProblem(
                    table.Name, chunk.LineOf(places[column].Start), WantedColumn.Of(TableKind.Register)[column].Name, sentence));
            else
                problems.Count();
        }
    }
}
