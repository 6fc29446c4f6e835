datatype List<T> = Nil | Cons(head: T, tail: List<T>)

function Len<T>(l: List<T>): nat
{
// vmcts: hole
  match l
  case Nil => 0
  case Cons(_, t) => 1 + Len(t)
// vmcts: end
}

function App<T>(a: List<T>, b: List<T>): List<T>
{
  match a
  case Nil => b
  case Cons(h, t) => Cons(h, App(t, b))
}

lemma LenExample()
  ensures Len(Cons(1, Nil)) == 1
{
}

lemma AppNil<T>(a: List<T>)
  ensures App(a, Nil) == a
// vmcts: hole
{
  match a
  case Nil =>
  case Cons(h, t) => AppNil(t);
}
// vmcts: end

lemma AppAssoc<T>(a: List<T>, b: List<T>, c: List<T>)
  ensures App(App(a, b), c) == App(a, App(b, c))
// vmcts: hole
  decreases a
{
  match a {
    case Nil =>
      AppNil(b);
    case Cons(h, t) =>
      AppAssoc(t, b, c);
      calc {
        App(App(a, b), c);
        == { assert App(a, b) == Cons(h, App(t, b)); }
        App(Cons(h, App(t, b)), c);
        Cons(h, App(App(t, b), c));
        ==
        Cons(h, App(t, App(b, c)));
        App(a, App(b, c));
      }
  }
}
// vmcts: end
