using XacThuc.Matching.Weighing.Levels;

namespace XacThuc.Matching.Weighing;

/// <summary>A person who may be meant, what speaks for it, and how likely it is.</summary>
internal struct Candidate
{
    public long Place;
    public float LogWeight;
    public double Probability;
    public Evidence Evidence;
}
