namespace XacThuc.Register.Population.Import;

/// <summary>Something to tell of a row of an imported file; never a person's value.</summary>
public sealed class ImportProblem
{
    /// <summary>Key, in the order of finding.</summary>
    public long Id { get; private set; }

    /// <summary>The job that imported the file.</summary>
    public required long JobId { get; init; }

    /// <summary>Line of the file or row of the sheet, from 1; 0 stands for the whole file.</summary>
    public required long Line { get; init; }

    /// <summary>Heading or cell; empty stands for the whole line.</summary>
    public required string Column { get; init; }

    /// <summary>What is wrong and what to do, in the language of whoever asked.</summary>
    public required string Sentence { get; init; }
}
