using System.Text;
using XacThuc.Matching;
using XacThuc.Matching.Reading;

namespace XacThuc.Platform.Records;

/// <summary>What is understood of the fields of a record, before anybody compares them.</summary>
internal readonly record struct ReadFields(
    FieldVerdict Name, FieldVerdict Sex, FieldVerdict Date, FieldVerdict Number,
    NameText NameText, Sex? SexRead, PartialDate Born, string Digits)
{
    /// <summary>Whether all four mandatory fields are there and can be read.</summary>
    public bool IsReady => Name == FieldVerdict.NotCompared && Sex == FieldVerdict.NotCompared &&
        Date == FieldVerdict.NotCompared && Number == FieldVerdict.NotCompared;

    /// <summary>Reads them.</summary>
    public static ReadFields Of(WrittenRecord written, FieldReading reading)
    {
        Span<byte> bytes = stackalloc byte[256];
        var name = NameText.Read(written.FullName, out var nameText);
        var sex = FieldReading.Sex(Bytes(written.Sex, bytes), out var sexRead);
        var date = reading.Date(Bytes(written.DateOfBirth, bytes), out var born);
        var number = FieldReading.Number(Bytes(written.IdNumber, bytes), out var digits);
        return new ReadFields(name, sex, date, number, nameText, sexRead, born, digits);
    }

    /// <summary>The verdict of a field as far as it is known without the register.</summary>
    public FieldVerdict VerdictOf(MandatoryField field) => field switch
    {
        MandatoryField.Name => Name,
        MandatoryField.Sex => Sex,
        MandatoryField.DateOfBirth => Date,
        MandatoryField.Number => Number,
    };

    /// <summary>Nothing of the person.</summary>
    public override string ToString() => nameof(ReadFields);

    // What is longer than any value of these fields cannot be read, however it goes on.
    private static ReadOnlySpan<byte> Bytes(string text, Span<byte> to)
    {
        var trimmed = text.AsSpan().Trim();
        if (trimmed.Length > 80) trimmed = trimmed[..80];
        return to[..Encoding.UTF8.GetBytes(trimmed, to)];
    }
}
