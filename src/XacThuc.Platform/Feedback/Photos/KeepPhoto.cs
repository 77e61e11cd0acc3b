namespace XacThuc.Platform.Feedback.Photos;

/// <summary>Keeps photos with a report, to be saved with the change by whoever makes it.</summary>
internal sealed class KeepPhoto(PhotoVault vault, TimeProvider time)
{
    /// <summary>No report has more.</summary>
    public const int MostOfACase = 5;

    /// <summary>Adds a photo to the database; the caller saves, and has seen that there are not too many.</summary>
    public FeedbackPhoto Add(PlatformDb db, long caseId, int nth, ReadPhoto read)
    {
        var added = new FeedbackPhoto
        {
            CaseId = caseId,
            Nth = nth,
            Digest = read.Digest,
            Width = read.Width,
            Height = read.Height,
            Size = read.Bytes.Length,
            Covered = vault.Cover(caseId, read.Digest, read.Bytes),
            AddedAt = time.GetUtcNow(),
        };
        db.Add(added);
        return added;
    }

    /// <summary>The same after those already added in this change.</summary>
    public FeedbackPhoto Add(PlatformDb db, long caseId, ReadPhoto read) =>
        Add(db, caseId, 1 + db.Set<FeedbackPhoto>().Local.Where(photo => photo.CaseId == caseId).Select(photo => photo.Nth).DefaultIfEmpty(0).Max(), read);
}
