using XacThuc.Matching;
using XacThuc.Matching.Texts;
using XacThuc.Platform.Authentication;
using XacThuc.Web.Shell;
using XacThuc.Web.Tables;

namespace XacThuc.Platform.Records.Wrong;

/// <summary>The work-list as a table. Which records are in it <see cref="WrongRecords"/> says, for the list and for its next item alike.</summary>
internal static class WrongList
{
    private static readonly ListChoice[] Fields = [.. Enum.GetValues<MandatoryField>().Select(field => new ListChoice(field.ToString(), NameOf(field)))];

    public static ListShape<VaccinationRecord> Shape { get; } = new ListShape<VaccinationRecord>(record => record.Id)
        .Text("name", new("Họ và tên", "Full name"), record => record.FullName.Length > 0 ? record.FullName : "–", record => record.NameSort, record => record.Ref)
        .Text("sex", new("Giới tính", "Sex"), record => record.Sex)
        .Text("born", new("Ngày sinh", "Date of birth"), record => record.DateOfBirth)
        .Text("number", new("Số CCCD/CMND", "Number"), record => Shown.Masked(record.IdNumber))
        .Text("commune_code", new("Mã xã", "Commune"), record => record.CommuneCode)
        .Text("hamlet_name", new("Thôn", "Hamlet"), record => record.Hamlet)
        .Text("where", new("Chưa đúng ở", "Not right in"), WhereOf)
        .Choice("status", new("Tình trạng", "Status"), record => record.Status!.Value,
            [.. ((RecordStatus[])[RecordStatus.Mismatched, RecordStatus.Unauthenticated, RecordStatus.Invalid])
                .Select(status => (status, Tones.Of(status).Tone, Tones.Of(status).Word))])
        .Narrow("field", new("Trường chưa đúng", "Field"), (rows, _) => rows, Fields)
        .Narrow("commune", new("Xã", "Commune"), (rows, _) => rows)
        .Narrow("hamlet", new("Thôn", "Hamlet"), (rows, _) => rows)
        .Search(new("tên không cần dấu, hoặc đầu số", "a name without marks, or how a number begins"), (rows, _) => rows);

    /// <summary>In words: the fields that are not right, and what may be said of the record.</summary>
    private static string WhereOf(VaccinationRecord record)
    {
        var told = new ToldReasons(record.Reasons);
        var fields = Enum.GetValues<MandatoryField>()
            .Where(field => record.VerdictOf(field) is FieldVerdict.Wrong or FieldVerdict.Missing or FieldVerdict.Unreadable)
            .Select(field => NameOf(field).ToString());
        return string.Join("; ", fields.Concat(told.IsStopped ? told.Sentences.Select(sentence => sentence.ToString()) : []));
    }

    private static Bilingual NameOf(MandatoryField field) => field switch
    {
        MandatoryField.Name => new("họ và tên", "name"),
        MandatoryField.Sex => new("giới tính", "sex"),
        MandatoryField.DateOfBirth => new("ngày sinh", "date of birth"),
        MandatoryField.Number => new("số", "number"),
    };
}
