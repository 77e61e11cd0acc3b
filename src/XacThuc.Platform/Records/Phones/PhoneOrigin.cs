using XacThuc.Platform.Messages;

namespace XacThuc.Platform.Records.Phones;

/// <summary>How a phone came onto a record. What comes later in this order is never overwritten by what comes before.</summary>
public enum PhoneOrigin
{
    /// <summary>There is none.</summary>
    None = 0,

    /// <summary>It stood in a file.</summary>
    File = 1,

    /// <summary>It stood on a list of people to be vaccinated, or in the person's own registration.</summary>
    List = 2,

    /// <summary>The station wrote it, with the person's card in hand.</summary>
    Station = 3,

    /// <summary>The person did, signed in with VNeID and with a code sent to the new phone.</summary>
    Person = 4,
}

/// <summary>The phone on record: where codes and invitations go. Never an identity: whole families share one.</summary>
internal static class PhoneOnRecord
{
    /// <summary>A phone as it is kept: ten digits, or empty where it is none that takes messages.</summary>
    public static string Read(string? written) => PhoneNumber.TryParse(written, out var phone) ? phone.InFull() : "";

    /// <summary>Writes a phone as long as the record has none that somebody answered for.</summary>
    public static void Fill(this VaccinationRecord record, string written, PhoneOrigin from)
    {
        if (Read(written) is { Length: > 0 } phone && record.PhoneFrom <= from) (record.Phone, record.PhoneFrom) = (phone, from);
    }

    /// <summary>As staff sees it.</summary>
    public static string Masked(string phone) => PhoneNumber.TryParse(phone, out var read) ? read.ToString() : "";
}
