namespace XacThuc.Web.Documents;

/// <summary>How the cells of a column stand.</summary>
public enum CellLook
{
    /// <summary>From the left, broken where it is too long.</summary>
    Text = 1,

    /// <summary>In the middle.</summary>
    Middle = 2,

    /// <summary>From the right: what is added up.</summary>
    Number = 3,
}

/// <summary>A column.</summary>
/// <param name="Heading">Its heading, repeated on each page.</param>
/// <param name="Share">How wide, beside the shares of the others.</param>
/// <param name="Look">How its cells stand.</param>
public sealed record FormColumn(string Heading, float Share, CellLook Look = CellLook.Text);

/// <summary>A place to sign.</summary>
/// <param name="Who">Who signs, in capitals.</param>
/// <param name="How">What is asked: name, stamp.</param>
public sealed record Signature(string Who, string How);

/// <summary>A piece of a form, over its whole width.</summary>
public abstract record FormBlock
{
    private FormBlock()
    {
    }

    /// <summary>One or the other.</summary>
    public T Match<T>(
        Func<Section, T> section, Func<Paragraph, T> paragraph, Func<Blanks, T> blanks, Func<Table, T> table,
        Func<Signatures, T> signatures, Func<Recipients, T> recipients, Func<Code, T> code) => this switch
        {
            Section one => section(one),
            Paragraph one => paragraph(one),
            Blanks one => blanks(one),
            Table one => table(one),
            Signatures one => signatures(one),
            Recipients one => recipients(one),
            Code one => code(one),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    /// <summary>A heading inside the form.</summary>
    public sealed record Section(string Words) : FormBlock;

    /// <summary>Sentences.</summary>
    public sealed record Paragraph(string Words) : FormBlock;

    /// <summary>A line to be filled in by hand: each of the words is followed by dots.</summary>
    public sealed record Blanks(IReadOnlyList<string> Words) : FormBlock;

    /// <summary>A table, called by a name of its own where it is read aloud; its heading is repeated on each page.</summary>
    public sealed record Table(string Name, IReadOnlyList<FormColumn> Columns, IReadOnlyList<IReadOnlyList<string>> Rows) : FormBlock;

    /// <summary>Who signs, side by side, with room for hand and stamp.</summary>
    public sealed record Signatures(IReadOnlyList<Signature> By) : FormBlock;

    /// <summary>A QR code at the left edge, beside what follows, with what it leads to.</summary>
    public sealed record Code(string Link, string Name) : FormBlock;

    /// <summary>Who gets it (<c>Nơi nhận</c>).</summary>
    public sealed record Recipients(IReadOnlyList<string> To) : FormBlock;
}
