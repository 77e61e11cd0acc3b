using System.Diagnostics.CodeAnalysis;

namespace XacThuc.Web.Acts;

/// <summary>What a use case came to, or the refusal that says why not.</summary>
public sealed class Result<T>
{
    private readonly T? _value;

    private Result(T? value, Refusal? refusal) => (_value, Refusal) = (value, refusal);

    /// <summary>Why not; <see langword="null"/> where it was done.</summary>
    public Refusal? Refusal { get; }

    /// <summary>It was done.</summary>
    public static implicit operator Result<T>(T value) => new(value, null);

    /// <summary>It was refused.</summary>
    public static implicit operator Result<T>(Refusal refusal) => new(default, refusal);

    /// <summary>Gives one or the other.</summary>
    public bool TryGet([MaybeNullWhen(false)] out T value, [NotNullWhen(false)] out Refusal? refusal)
    {
        (value, refusal) = (_value, Refusal);
        return refusal is null;
    }

    /// <summary>Goes on with one or the other.</summary>
    public TOut Match<TOut>(Func<T, TOut> done, Func<Refusal, TOut> refused) =>
        Refusal is null ? done(_value!) : refused(Refusal);
}
