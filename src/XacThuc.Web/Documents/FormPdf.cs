using XacThuc.Web.Documents.Pdf;

namespace XacThuc.Web.Documents;

/// <summary>Forms as PDF. The same form gives the same bytes.</summary>
public static class FormPdf
{
    /// <summary>The media type.</summary>
    public const string Type = "application/pdf";

    /// <summary>A form.</summary>
    public static byte[] Of(OfficialForm form)
    {
        using var ruler = new Ruler();
        return PdfWriter.Write($"{form.Title} {form.Head.Number}", FormLayout.Of(form, ruler), ruler);
    }

    /// <summary>The same form for several people, each on pages of its own.</summary>
    public static byte[] Of(string title, IEnumerable<OfficialForm> forms)
    {
        using var ruler = new Ruler();
        return PdfWriter.Write(title, [.. forms.SelectMany(form => FormLayout.Of(form, ruler))], ruler);
    }

    /// <summary>A poster with a large code.</summary>
    public static byte[] Of(CodePoster poster)
    {
        using var ruler = new Ruler();
        return PdfWriter.Write($"{poster.Title} {poster.Number}", [PosterLayout.Of(poster, ruler)], ruler);
    }

    /// <summary>Several, each on a page of its own.</summary>
    public static byte[] Of(string title, IEnumerable<CodePoster> posters)
    {
        using var ruler = new Ruler();
        return PdfWriter.Write(title, [.. posters.Select(poster => PosterLayout.Of(poster, ruler))], ruler);
    }

    /// <summary>Slips.</summary>
    public static byte[] Of(SlipSheet slips)
    {
        using var ruler = new Ruler();
        return PdfWriter.Write(slips.Title, SlipLayout.Of(slips, ruler), ruler);
    }
}
