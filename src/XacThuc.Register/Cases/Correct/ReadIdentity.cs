using System.Text;
using XacThuc.Matching;
using XacThuc.Matching.Reading;
using XacThuc.Web.Acts;

namespace XacThuc.Register.Cases.Correct;

/// <summary>Name, sex and date of birth as an officer typed them, read.</summary>
internal sealed record ReadIdentity(NameText Name, Sex Sex, PartialDate Born)
{
    /// <summary>Reads them, or says which cannot be read.</summary>
    public static Result<ReadIdentity> Of(string fullName, string sex, string dateOfBirth, DateOnly today)
    {
        if (NameText.Read(fullName, out var name) != FieldVerdict.NotCompared) return CasesRefusals.Unreadable("Họ và tên", "The name");
        if (FieldReading.Sex(Bytes(sex), out var read) != FieldVerdict.NotCompared) return CasesRefusals.Unreadable("Giới tính", "The sex");
        return new FieldReading(today).Date(Bytes(dateOfBirth), out var born) == FieldVerdict.NotCompared
            ? new ReadIdentity(name, read!.Value, born)
            : CasesRefusals.Unreadable("Ngày sinh", "The date of birth");
    }

    public override string ToString() => nameof(ReadIdentity);

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text.Trim());
}
