using XacThuc.Matching.Texts;

namespace XacThuc.Tables.Rows;

/// <summary>Says what is wrong with a row that could not be split.</summary>
public static class BrokenRowSentence
{
    public static TableProblem Of(TableInput table, RowChunk chunk, in BrokenRow row) => new(
        table.Name, chunk.LineOf(row.Start), Speech.Say($"ô {row.Column}", $"cell {row.Column}"), row.Kind switch
        {
            BrokenRowKind.TooFewCells => Speech.Say(
                "Dòng có ít ô hơn dòng tiêu đề. Thêm dấu ngăn cách còn thiếu rồi chạy lại.",
                "The row has fewer cells than the headings. Put the missing separators in and run again."),
            BrokenRowKind.TooManyCells => Speech.Say(
                "Dòng có nhiều ô hơn dòng tiêu đề. Đặt ô có chứa dấu ngăn cách trong dấu nháy kép.",
                "The row has more cells than the headings. Put cells that hold a separator between quotes."),
            BrokenRowKind.Quotes => Speech.Say(
                "Dấu nháy kép mở mà không đóng, hoặc có chữ sau dấu đóng. Sửa lại dấu nháy của dòng này.",
                "A quote is opened and not closed, or text follows a closing quote. Mend the quotes of this row."),
        });
}
