using XacThuc.Web.Documents.Pdf;

namespace XacThuc.Web.Documents;

/// <summary>A field of a proof, named in both languages.</summary>
/// <param name="Vi">Its name.</param>
/// <param name="En">Its English name.</param>
/// <param name="Value">What stands there.</param>
public sealed record ProofField(string Vi, string En, string Value)
{
    /// <summary>Nothing of the person.</summary>
    public override string ToString() => Vi;
}

/// <summary>
/// Something that a person shows: who it is about in large letters, a QR code that is checked, the fields in both languages. An A4 page that a copy shop prints, or
/// a picture of a phone's size.
/// </summary>
/// <param name="Issuer">Whose it is, in both languages.</param>
/// <param name="Title">What it is, in capitals.</param>
/// <param name="TitleEn">The same in English.</param>
/// <param name="Name">Whose.</param>
/// <param name="Code">The text of its QR code.</param>
/// <param name="Fields">What it says.</param>
/// <param name="Notes">What whoever reads it should know; each in both languages, a paragraph a language.</param>
public sealed record ProofSheet(string Issuer, string Title, string TitleEn, string Name, string Code, IReadOnlyList<ProofField> Fields, IReadOnlyList<string> Notes)
{
    /// <summary>The type of its pictures.</summary>
    public const string PictureType = "image/png";

    // A printer's 300 dots an inch for the code, and twice the pixels of a phone.
    private const float CodeScale = 4;
    private const float PhoneScale = 3;

    /// <summary>An A4 page.</summary>
    public byte[] ToPdf()
    {
        using var ruler = new Ruler();
        return PdfWriter.Write($"{Title} - {TitleEn}", [ProofLayout.OnPaper(this, ruler)], ruler);
    }

    /// <summary>The code with the name under it, as a picture to send or to print.</summary>
    public byte[] ToPicture()
    {
        using var ruler = new Ruler();
        return SheetPicture.Of(ProofLayout.CodeAlone(this, ruler), ruler, CodeScale);
    }

    /// <summary>A card in the shape of a phone, for its photos or wallet.</summary>
    public byte[] ToCard()
    {
        using var ruler = new Ruler();
        return SheetPicture.Of(ProofLayout.OnPhone(this, ruler), ruler, PhoneScale);
    }

    /// <summary>Nothing of the person.</summary>
    public override string ToString() => nameof(ProofSheet);
}
