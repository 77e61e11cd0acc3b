using XacThuc.Matching.Indexing;
using XacThuc.Matching.Indexing.Building;
using XacThuc.Matching.Texts;

namespace XacThuc.Tables.Rows;

/// <summary>Says what is wrong with a row of the register, a sentence for each cell.</summary>
public static class RegisterSentences
{
    private static readonly (PersonProblems Problem, int Column, Bilingual Sentence)[] Sentences =
    [
        (PersonProblems.PersonalId, RegisterColumn.PersonalId,
            new("Không phải số định danh 12 chữ số: dòng này bị bỏ ra. Ghi số dưới dạng văn bản rồi chạy lại.",
                "Not a personal id of 12 digits: the row was left out. Write the number as text and run again.")),
        (PersonProblems.OldId, RegisterColumn.OldId,
            new("Không phải số CMND 9 chữ số: số này bị bỏ ra. Sửa lại hoặc để trống ô.",
                "Not an old card number of 9 digits: it was left out. Correct it or leave the cell empty.")),
        (PersonProblems.Name, RegisterColumn.FullName,
            new("Họ tên để trống hoặc không đọc được: hồ sơ của người này chưa thể đúng cho đến khi ghi đủ.",
                "The name is empty or unreadable: no record of this person can be right until it is written.")),
        (PersonProblems.Sex, RegisterColumn.Sex,
            new("Giới tính để trống hoặc không phải nam, nữ: hồ sơ của người này chưa thể đúng cho đến khi ghi đủ.",
                "The sex is empty or neither male nor female: no record of this person can be right until it is written.")),
        (PersonProblems.DateOfBirth, RegisterColumn.DateOfBirth,
            new("Ngày sinh để trống hoặc không phải là ngày: hồ sơ của người này chưa thể đúng cho đến khi ghi đủ.",
                "The date of birth is empty or no date: no record of this person can be right until it is written.")),
        (PersonProblems.Commune, RegisterColumn.CommuneCode,
            new("Không phải mã xã có nhiều nhất năm chữ số: mã này bị bỏ ra.",
                "Not a commune code of up to five digits: it was left out.")),
    ];

    /// <summary>One sentence for each thing that was found wrong with a row.</summary>
    public static IEnumerable<TableProblem> Of(TableInput table, RowChunk chunk, FieldPlace[] places, PersonProblems found)
    {
        foreach (var (problem, column, sentence) in Sentences)
        {
            if (!found.HasFlag(problem)) continue;
            yield return new TableProblem(
                table.Name, chunk.LineOf(places[column].Start), WantedColumn.Of(TableKind.Register)[column].Name, sentence.In(Speech.Language));
        }
    }

    /// <summary>Adds them to a list, which may be full.</summary>
    public static void Tell(
        ProblemList problems, TableInput table, RowChunk chunk, ReadOnlySpan<FieldPlace> places, PersonProblems found)
    {
        if (problems.HasRoom) problems.AddRange(Of(table, chunk, places.ToArray(), found));
        else for (var rest = (uint)found; rest != 0; rest &= rest - 1) problems.Count();
    }
}
