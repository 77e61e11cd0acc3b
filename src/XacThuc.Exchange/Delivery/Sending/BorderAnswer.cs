namespace XacThuc.Exchange.Delivery.Sending;

/// <summary>What came of asking the other house.</summary>
public abstract record BorderAnswer<T>
{
    private BorderAnswer()
    {
    }

    /// <summary>Goes on with whichever it is.</summary>
    /// <param name="answered">The other house has answered.</param>
    /// <param name="refused">It has refused, with a stable code; asking again as it is will not help.</param>
    /// <param name="unreachable">It cannot be reached now, or has a fault; later the same may be asked again under the same id.</param>
    public abstract TOut Match<TOut>(
        Func<T, TOut> answered, Func<string, BorderSentence, TOut> refused, Func<BorderSentence, TOut> unreachable);

    internal static BorderAnswer<T> Of(T answer) => new AnsweredCase(answer);

    internal static BorderAnswer<T> Of(Wire.BorderProblem problem) =>
        problem.IsPassing ? new UnreachableCase(problem.Sentence) : new RefusedCase(problem.Code, problem.Sentence);

    private sealed record AnsweredCase(T Answer) : BorderAnswer<T>
    {
        public override TOut Match<TOut>(
            Func<T, TOut> answered, Func<string, BorderSentence, TOut> refused, Func<BorderSentence, TOut> unreachable) =>
            answered(Answer);
    }

    private sealed record RefusedCase(string Code, BorderSentence Sentence) : BorderAnswer<T>
    {
        public override TOut Match<TOut>(
            Func<T, TOut> answered, Func<string, BorderSentence, TOut> refused, Func<BorderSentence, TOut> unreachable) =>
            refused(Code, Sentence);
    }

    private sealed record UnreachableCase(BorderSentence Sentence) : BorderAnswer<T>
    {
        public override TOut Match<TOut>(
            Func<T, TOut> answered, Func<string, BorderSentence, TOut> refused, Func<BorderSentence, TOut> unreachable) =>
            unreachable(Sentence);
    }
}
